<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>Addressee</name>
    <message>
        <source>Gửi cho</source>
        <translation>Send to</translation>
    </message>
    <message>
        <source>Không gửi cho cơ quan nào: tệp để xem hoặc lưu</source>
        <translation>To no office: a file to look at or to keep</translation>
    </message>
    <message>
        <source>Gửi cho cơ quan…</source>
        <translation>To an office…</translation>
    </message>
    <message>
        <source>Cơ quan nhận</source>
        <translation>Receiving office</translation>
    </message>
    <message>
        <source>gõ tiếp tên tỉnh, thành phố</source>
        <translation>go on with the province or city</translation>
    </message>
    <message>
        <source>gõ tiếp tên xã, phường</source>
        <translation>go on with the commune or ward</translation>
    </message>
    <message>
        <source>Cơ quan chưa có trong danh sách được ghi vào sổ khi gửi.</source>
        <translation>An office that is not in the list is added to the register when the packet is sent.</translation>
    </message>
    <message>
        <source>Đây là cơ quan của sổ này: chọn cơ quan khác.</source>
        <translation>This is the office of this register: choose another.</translation>
    </message>
    <message>
        <source>Tệp này là gói số {n} gửi {office}; cơ quan nhận được cập nhật các nhiệm vụ trong gói.</source>
        <translation>This file will be packet no. {n} to {office}; that office may update the tasks in it.</translation>
    </message>
    <message>
        <source>Gõ tên hoặc mã cơ quan nhận.</source>
        <translation>Type the name or code of the receiving office.</translation>
    </message>
</context>
<context>
    <name>AsOfPopup</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Tính đến ngày</source>
        <translation>As of</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Hôm nay, {day}</source>
        <translation>Today, {day}</translation>
    </message>
    <message>
        <source>Chỉ cách tính quá hạn đổi theo ngày này; nội dung sổ không đổi.</source>
        <translation>Only what counts as overdue follows this date; the register does not change.</translation>
    </message>
</context>
<context>
    <name>BackupList</name>
    <message>
        <source>Sao lưu ngay</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>Giữ 14 bản gần nhất, cạnh tệp sổ.</source>
        <translation>The last 14 copies are kept beside the register.</translation>
    </message>
    <message>
        <source>Chưa có bản sao lưu nào.</source>
        <translation>No backup yet.</translation>
    </message>
    <message>
        <source>Xem cả {n} bản</source>
        <translation>Show all {n}</translation>
    </message>
    <message>
        <source>Hằng ngày</source>
        <translation>Daily</translation>
    </message>
    <message>
        <source>Trước khi nhập</source>
        <translation>Before an import</translation>
    </message>
    <message>
        <source>Trước khi nâng cấp</source>
        <translation>Before an upgrade</translation>
    </message>
    <message>
        <source>Trước khi khôi phục</source>
        <translation>Before a restore</translation>
    </message>
    <message>
        <source>Theo yêu cầu</source>
        <translation>On request</translation>
    </message>
    <message>
        <source>Khôi phục…</source>
        <translation>Restore…</translation>
    </message>
    <message>
        <source>Khôi phục bản {when}</source>
        <translation>Restore the copy of {when}</translation>
    </message>
    <message>
        <source>Khôi phục bản sao lưu</source>
        <translation>Restore a backup</translation>
    </message>
    <message>
        <source>Sổ sẽ trở về như lúc {when}.</source>
        <translation>The register goes back to what it was at {when}.</translation>
    </message>
    <message>
        <source>Những thay đổi sau lúc đó không còn trong sổ.</source>
        <translation>Changes made since then are no longer in it.</translation>
    </message>
    <message>
        <source>Sổ hiện nay được giữ thành một tệp riêng bên cạnh, có thể mở lại.</source>
        <translation>The present register is kept beside it as a file of its own and can be opened again.</translation>
    </message>
    <message>
        <source>Huỷ</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Khôi phục</source>
        <translation>Restore</translation>
    </message>
</context>
<context>
    <name>BaseDialog</name>
    <message>
        <source>Tệp này trả lời gói nào?</source>
        <translation>Which packet does this file answer?</translation>
    </message>
    <message>
        <source>Mã gói in ở chân trang của tệp đã gửi. So với gói đó thì biết đơn vị đã sửa ô nào.</source>
        <translation>The packet code is printed in the footer of the file that was sent. Compared with that packet, it is clear which cells the office changed.</translation>
    </message>
    <message>
        <source>Gói số {n} gửi {office}, ngày {day}</source>
        <translation>Packet no. {n} to {office}, {day}</translation>
    </message>
    <message>
        <source>Lần nhập {file}, ngày {day}</source>
        <translation>Import of {file}, {day}</translation>
    </message>
    <message>
        <source>Huỷ</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>So với gói này</source>
        <translation>Compare with this packet</translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Ctrl+Shift+← → chuyển cột</source>
        <translation>Ctrl+Shift+← → moves a card</translation>
    </message>
    <message numerus="yes">
        <source>%n việc</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>Mở chi tiết	Enter</source>
        <translation>Open details	Enter</translation>
    </message>
    <message>
        <source>Chuyển sang…</source>
        <translation>Move to…</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Đổi tiến độ…</source>
        <translation>Change progress…</translation>
    </message>
    <message>
        <source>Chọn lãnh đạo…</source>
        <translation>Set leader…</translation>
    </message>
    <message>
        <source>Ghi kết quả chung…</source>
        <translation>Write a common result…</translation>
    </message>
    <message>
        <source>In phiếu</source>
        <translation>Print sheets</translation>
    </message>
    <message>
        <source>Sao chép kèm tiêu đề</source>
        <translation>Copy with headings</translation>
    </message>
    <message>
        <source>Xoá</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Bỏ chọn</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Đã chọn {n} nhiệm vụ</source>
        <translation>{n} tasks selected</translation>
    </message>
    <message>
        <source>Ghi cho {n} nhiệm vụ</source>
        <translation>Write into {n} tasks</translation>
    </message>
</context>
<context>
    <name>CalendarView</name>
    <message>
        <source>Việc theo ngày</source>
        <translation>Tasks by day</translation>
    </message>
    <message>
        <source>Không gắn ngày</source>
        <translation>Without a day</translation>
    </message>
    <message>
        <source>Tháng trước</source>
        <translation>Previous month</translation>
    </message>
    <message>
        <source>Tháng sau</source>
        <translation>Next month</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Tháng</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Tuần</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Kéo việc sang ngày khác để đổi hạn hoặc đề nghị gia hạn</source>
        <translation>Drag a task to another day to change its deadline or ask for an extension</translation>
    </message>
    <message>
        <source>Mở chi tiết	Enter</source>
        <translation>Open details	Enter</translation>
    </message>
    <message>
        <source>Chuyển sớm một ngày	Ctrl+Shift+←</source>
        <translation>One day earlier	Ctrl+Shift+←</translation>
    </message>
    <message>
        <source>Chuyển muộn một ngày	Ctrl+Shift+→</source>
        <translation>One day later	Ctrl+Shift+→</translation>
    </message>
</context>
<context>
    <name>CardList</name>
    <message>
        <source>Không có việc</source>
        <translation>No tasks</translation>
    </message>
</context>
<context>
    <name>ColumnHead</name>
    <message numerus="yes">
        <source>%n quá hạn</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnMatching</name>
    <message>
        <source>Ghép lại từ đầu</source>
        <translation>Match anew</translation>
    </message>
    <message>
        <source>Đã ghép {read} trên {all} cột của tệp như lần trước.</source>
        <translation>{read} of the {all} columns of the file are matched as before.</translation>
    </message>
    <message>
        <source>Đã ghép {read} trên {all} cột của tệp. Kiểm tra các cột bên dưới rồi bấm Xem trước.</source>
        <translation>{read} of {all} columns of the file are matched. Check the columns below, then press Preview.</translation>
    </message>
    <message>
        <source>Cột {letter} “{header}” là</source>
        <translation>Column {letter} “{header}” is</translation>
    </message>
    <message>
        <source>Không lấy cột này</source>
        <translation>Leave this column out</translation>
    </message>
    <message>
        <source>Chưa có cột nào là Nhiệm vụ.</source>
        <translation>No column is matched to Task yet.</translation>
    </message>
    <message>
        <source>Các cột {letters} cùng được chọn là {field}: chỉ để lại một cột.</source>
        <translation>Columns {letters} are all matched to {field}: keep only one.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Lỗi của phần mềm</source>
        <translation>A fault in the program</translation>
    </message>
    <message>
        <source>Phần mềm gặp lỗi không lường trước.</source>
        <translation>The program met an unexpected error.</translation>
    </message>
    <message>
        <source>Những gì đã ghi vào sổ vẫn còn nguyên; việc đang làm dở chưa được ghi.</source>
        <translation>Everything written to the register is still there; what was being done was not written.</translation>
    </message>
    <message>
        <source>Chi tiết nằm trong nhật ký. Gửi kèm nhật ký khi báo lỗi, rồi mở lại phần mềm.</source>
        <translation>The details are in the log. Send the log with your report, then start the program again.</translation>
    </message>
    <message>
        <source>Sao chép chi tiết</source>
        <translation>Copy the details</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Mở thư mục nhật ký</source>
        <translation>Open the log folder</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Nhiệm vụ trước</source>
        <translation>Previous task</translation>
    </message>
    <message>
        <source>Nhiệm vụ sau</source>
        <translation>Next task</translation>
    </message>
    <message>
        <source>In phiếu nhiệm vụ</source>
        <translation>Print the task sheet</translation>
    </message>
    <message>
        <source>Đóng khung chi tiết</source>
        <translation>Close the panel</translation>
    </message>
    <message>
        <source>Ghi tên nhiệm vụ…</source>
        <translation>Write the task…</translation>
    </message>
    <message>
        <source>Giao việc</source>
        <translation>Assignment</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Ghi {name}…</source>
        <translation>Write the {name}…</translation>
    </message>
    <message>
        <source>Chỉ ở sổ này</source>
        <translation>Only in this register</translation>
    </message>
    <message>
        <source>không gửi đi</source>
        <translation>never sent</translation>
    </message>
    <message>
        <source>Lịch sử</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Thêm ghi chú…</source>
        <translation>Add a note…</translation>
    </message>
    <message>
        <source>Chủ trì</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Phối hợp</source>
        <translation>Cooperating</translation>
    </message>
    <message>
        <source>Lãnh đạo</source>
        <translation>Leader</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Nguyên văn</source>
        <translation>As written</translation>
    </message>
    <message>
        <source>6 rõ</source>
        <translation>Six clarities</translation>
    </message>
    <message>
        <source>Nhiệm vụ {stt}</source>
        <translation>Task {stt}</translation>
    </message>
    <message>
        <source>Nhóm {number}</source>
        <translation>Group {number}</translation>
    </message>
    <message>
        <source>Có đề nghị sửa: {fields}</source>
        <translation>Change requested: {fields}</translation>
    </message>
    <message>
        <source>Khác nhau giữa các đơn vị: {fields}</source>
        <translation>Differs between offices: {fields}</translation>
    </message>
    <message>
        <source>Cả hai giá trị được giữ trong lịch sử.</source>
        <translation>Both values are kept in the history.</translation>
    </message>
    <message>
        <source>Chờ trả lời.</source>
        <translation>Awaiting answer.</translation>
    </message>
    <message>
        <source>Thiếu {name}</source>
        <translation>Missing {name}</translation>
    </message>
    <message>
        <source>Đã sửa thành</source>
        <translation>Changed to</translation>
    </message>
</context>
<context>
    <name>DifferencePane</name>
    <message>
        <source>Xem nhiệm vụ</source>
        <translation>Show the task</translation>
    </message>
    <message>
        <source>Giá trị gốc</source>
        <translation>Base value</translation>
    </message>
    <message>
        <source>Trước khi hai nơi sửa</source>
        <translation>Before both sides changed it</translation>
    </message>
    <message>
        <source>Đã chọn</source>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>Ghi giá trị khác…</source>
        <translation>Write another value…</translation>
    </message>
    <message>
        <source>Giá trị không chọn vẫn lưu trong lịch sử. Có thể đổi lại quyết định này.</source>
        <translation>Values not chosen stay in the history. This decision can be changed.</translation>
    </message>
    <message>
        <source>Ô này do cơ quan khác giữ: giá trị chọn ở đây thành đề nghị chờ cơ quan đó trả lời.</source>
        <translation>Another office owns this cell: a value chosen here becomes a request that waits for its answer.</translation>
    </message>
    <message>
        <source>Diễn biến của ô này</source>
        <translation>How this cell came about</translation>
    </message>
    <message>
        <source>{who} ghi “{value}” trong tệp {source}</source>
        <translation>{who} wrote “{value}” in {source}</translation>
    </message>
    <message>
        <source>{who} ghi “{value}” trên bảng</source>
        <translation>{who} wrote “{value}” in the table</translation>
    </message>
</context>
<context>
    <name>DoneCard</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Số, ngày văn bản hoặc tệp</source>
        <translation>Number and date of a document, or a file</translation>
    </message>
    <message numerus="yes">
        <source>%n nhiệm vụ hoàn thành</source>
        <translation>
            <numerusform>%n task done</numerusform>
            <numerusform>%n tasks done</numerusform>
        </translation>
    </message>
    <message>
        <source>Ngày hoàn thành</source>
        <translation>Done date</translation>
    </message>
    <message>
        <source>Văn bản, minh chứng</source>
        <translation>Document, evidence</translation>
    </message>
    <message>
        <source>Ghi hoàn thành</source>
        <translation>Mark as done</translation>
    </message>
    <message>
        <source>Huỷ</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>“{text}” không phải ngày. Ghi dạng 23/09/2025.</source>
        <translation>“{text}” is not a date. Write it like 23/09/2025.</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ExchangeView</name>
    <message>
        <source>Số liệu khác nhau</source>
        <translation>Differing values</translation>
    </message>
    <message>
        <source>Chọn giá trị</source>
        <translation>Choose values</translation>
    </message>
    <message>
        <source>Đề nghị chờ trả lời</source>
        <translation>Requests to answer</translation>
    </message>
    <message>
        <source>Trả lời</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Thiếu gói</source>
        <translation>Missing packets</translation>
    </message>
    <message>
        <source>Soạn văn bản nhắc</source>
        <translation>Write a reminder</translation>
    </message>
    <message>
        <source>Đơn vị được liệt kê</source>
        <translation>Offices listed</translation>
    </message>
    <message>
        <source>Tất cả đơn vị</source>
        <translation>All offices</translation>
    </message>
    <message>
        <source>Chờ trả lời</source>
        <translation>Awaiting answer</translation>
    </message>
    <message>
        <source>Theo đơn vị</source>
        <translation>By office</translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Nhận gần nhất</source>
        <translation>Last received</translation>
    </message>
    <message>
        <source>Gửi gần nhất</source>
        <translation>Last sent</translation>
    </message>
    <message>
        <source>Thiếu</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Báo nhận</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Ngày nhận</source>
        <translation>Received on</translation>
    </message>
    <message>
        <source>Gói được liệt kê</source>
        <translation>Packets listed</translation>
    </message>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Đã gửi</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Đã nhận</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Xem mọi đơn vị</source>
        <translation>Show all offices</translation>
    </message>
    <message>
        <source>Gói đã gửi, đã nhận</source>
        <translation>Packets sent and received</translation>
    </message>
    <message>
        <source>Thời điểm</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Chiều</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>Gói</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Chưa trao đổi với cơ quan nào</source>
        <translation>Nothing exchanged with any office yet</translation>
    </message>
    <message>
        <source>Gửi nhiệm vụ cho một cơ quan, hoặc nhập gói của họ. Mỗi gói là một tệp, điền được bằng riêng Excel.</source>
        <translation>Send tasks to an office, or import a packet of theirs. A packet is a file that Excel alone can fill in.</translation>
    </message>
    <message>
        <source>Gửi gói đi…</source>
        <translation>Send a packet…</translation>
    </message>
    <message>
        <source>Nhập gói nhận được…</source>
        <translation>Import a packet…</translation>
    </message>
    <message>
        <source>Nhập gói nhiệm vụ nơi giao việc gửi tới: tệp Excel nhận qua thư hoặc USB.</source>
        <translation>Import the packet of tasks your assigning office sent: an Excel file by mail or USB.</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>hai nơi cùng sửa một ô</source>
        <translation>two sides changed one cell</translation>
    </message>
    <message>
        <source>không có ô nào khác nhau</source>
        <translation>no cell differs</translation>
    </message>
    <message>
        <source>ô do cơ quan này quyết định</source>
        <translation>cells this office decides</translation>
    </message>
    <message numerus="yes">
        <source>%n đề nghị đã gửi, chờ trả lời</source>
        <translation>
            <numerusform>%n request sent, awaiting an answer</numerusform>
            <numerusform>%n requests sent, awaiting an answer</numerusform>
        </translation>
    </message>
    <message>
        <source>không có đề nghị nào chờ</source>
        <translation>no request waits</translation>
    </message>
    <message>
        <source>Chưa trả lời {n}</source>
        <translation>Unanswered {n}</translation>
    </message>
    <message>
        <source>Thiếu gói {n}</source>
        <translation>Missing packets {n}</translation>
    </message>
    <message>
        <source>Soạn nhắc</source>
        <translation>Remind</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Gửi đi: xuất tệp Excel</source>
        <translation>Send: save an Excel file</translation>
    </message>
    <message>
        <source>Tệp mở và điền được bằng Excel, không cần phần mềm này; khi nhận lại, mỗi dòng tự khớp với sổ.</source>
        <translation>The file can be opened and filled in with Excel alone; when it comes back, every row finds its place in the register.</translation>
    </message>
    <message>
        <source>Huỷ</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Nhiệm vụ đưa vào tệp</source>
        <translation>Tasks in the file</translation>
    </message>
    <message>
        <source>Đang hiển thị: {n} nhiệm vụ</source>
        <translation>Shown now: {n} tasks</translation>
    </message>
    <message>
        <source>Cả sổ: {n} nhiệm vụ</source>
        <translation>The whole register: {n} tasks</translation>
    </message>
    <message>
        <source>Tên tệp</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>nhiệm vụ</source>
        <translation>tasks</translation>
    </message>
    <message>
        <source>Chọn chỗ…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>Tệp Excel (*.xlsx)</source>
        <translation>Excel file (*.xlsx)</translation>
    </message>
    <message>
        <source>gói số {n} gửi {office}</source>
        <translation>packet no {n} to {office}</translation>
    </message>
    <message numerus="yes">
        <source>Xuất %n nhiệm vụ</source>
        <translation>
            <numerusform>Export %n task</numerusform>
            <numerusform>Export %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Gửi %n nhiệm vụ</source>
        <translation>
            <numerusform>Send %n task</numerusform>
            <numerusform>Send %n tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>Đã ghi gói số {number} gửi {office}: {n} nhiệm vụ, tệp {file}. Gửi tệp này cho cơ quan nhận.</source>
        <translation>Packet no. {number} to {office} is written: {n} tasks, file {file}. Send this file to the office.</translation>
    </message>
    <message>
        <source>Đã ghi {n} nhiệm vụ ra {file}.</source>
        <translation>{n} tasks written to {file}.</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>FactsBar</name>
    <message>
        <source>Xem lại cách ghép</source>
        <translation>Review the matching</translation>
    </message>
    <message>
        <source>phiếu báo nhận: cho biết nội dung đã gửi được giải quyết thế nào</source>
        <translation>a receipt: what became of what was sent</translation>
    </message>
    <message>
        <source>trang “{sheet}” · tiêu đề ở dòng {header} · {rows} dòng nhiệm vụ</source>
        <translation>sheet “{sheet}” · heading in row {header} · {rows} task rows</translation>
    </message>
    <message>
        <source>không lấy: {columns}</source>
        <translation>not taken: {columns}</translation>
    </message>
    <message>
        <source>Ghép {read} trên {all} cột</source>
        <translation>{read} of {all} columns matched</translation>
    </message>
    <message>
        <source>“{header}” hiểu là {field}</source>
        <translation>“{header}” is read as {field}</translation>
    </message>
    <message>
        <source>{matched}, như lần trước</source>
        <translation>{matched}, as before</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Chữ</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Thêm bộ lọc</source>
        <translation>More filters</translation>
    </message>
    <message>
        <source>Bỏ lọc</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Văn bản</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Chủ trì</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Tiến độ</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>So với hạn</source>
        <translation>Against the deadline</translation>
    </message>
    <message>
        <source>Nhóm nhiệm vụ</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>(trống)</source>
        <translation>(blank)</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>Tìm trong danh sách</source>
        <translation>Search the list</translation>
    </message>
    <message>
        <source>Bỏ chọn</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Dấu cách: chọn</source>
        <translation>Space: tick</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Bước {step} trên {steps}</source>
        <translation>Step {step} of {steps}</translation>
    </message>
    <message>
        <source>Tên cơ quan được ghi trong mỗi thay đổi và trên trang in. Có thể đổi sau trong Cài đặt.</source>
        <translation>The name of the office is written in every change and on paper. It can be changed later in Settings.</translation>
    </message>
    <message>
        <source>Sổ này của cơ quan nào?</source>
        <translation>Whose register is this?</translation>
    </message>
    <message>
        <source>Tên cơ quan, đơn vị</source>
        <translation>Name of the office</translation>
    </message>
    <message>
        <source>Không nhập thông tin thuộc bí mật nhà nước.</source>
        <translation>Enter no state secrets.</translation>
    </message>
    <message>
        <source>Tệp hoặc dòng ghi Mật, Tối mật, Tuyệt mật sẽ bị từ chối. Dữ liệu chỉ nằm trên máy này.</source>
        <translation>Files or rows marked Mật, Tối mật or Tuyệt mật are refused. The data stays on this computer.</translation>
    </message>
    <message>
        <source>Kiểu trình bày khi in</source>
        <translation>Style of printed pages</translation>
    </message>
    <message>
        <source>Cơ quan nhà nước (Quốc hiệu, Tiêu ngữ)</source>
        <translation>State office (national motto)</translation>
    </message>
    <message>
        <source>Cơ quan Đảng</source>
        <translation>Party office</translation>
    </message>
    <message>
        <source>Bắt đầu với</source>
        <translation>Start with</translation>
    </message>
    <message>
        <source>Sổ trống</source>
        <translation>An empty register</translation>
    </message>
    <message>
        <source>Nhập phụ lục từ Excel hoặc tạo từng nhiệm vụ.</source>
        <translation>Import an annex from Excel or create tasks one by one.</translation>
    </message>
    <message>
        <source>Dữ liệu mẫu để làm quen</source>
        <translation>Sample data to try things</translation>
    </message>
    <message>
        <source>Có đánh dấu “mẫu”, xoá được bất cứ lúc nào.</source>
        <translation>Marked as samples, removable at any time.</translation>
    </message>
    <message>
        <source>Sổ là một tệp duy nhất, chép đi được; không có gì được gửi ra khỏi máy này.</source>
        <translation>The register is a single file that can be copied; nothing leaves this computer.</translation>
    </message>
    <message>
        <source>Sổ được giữ ở đâu?</source>
        <translation>Where is the register kept?</translation>
    </message>
    <message>
        <source>Tệp sổ</source>
        <translation>Register file</translation>
    </message>
    <message>
        <source>Đổi chỗ…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Sổ tự sao lưu mỗi ngày và trước mỗi lần nhập, giữ 14 bản gần nhất ở thư mục bên cạnh.</source>
        <translation>It backs itself up every day and before every import and keeps the last 14 copies in a folder beside it.</translation>
    </message>
    <message>
        <source>Nhắc sắp đến hạn trước</source>
        <translation>Due soon means within</translation>
    </message>
    <message numerus="yes">
        <source>%n ngày</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Khôi phục từ bản sao lưu…</source>
        <translation>Restore from a backup…</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Thoát</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Mở sổ</source>
        <translation>Open the register</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>gõ tiếp tên tỉnh, thành phố</source>
        <translation>go on with the province or city</translation>
    </message>
    <message>
        <source>gõ tiếp tên xã, phường</source>
        <translation>go on with the commune or ward</translation>
    </message>
    <message>
        <source>Chọn một dòng trong danh sách.</source>
        <translation>Choose a line of the list.</translation>
    </message>
    <message>
        <source>Còn thiếu tên cơ quan.</source>
        <translation>The office is still to be named.</translation>
    </message>
    <message>
        <source>Sổ nhiệm vụ (*.db)</source>
        <translation>Task register (*.db)</translation>
    </message>
    <message>
        <source>Đang lập sổ…</source>
        <translation>Making the register…</translation>
    </message>
    <message>
        <source>Không lập được sổ</source>
        <translation>The register was not made</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Nhập từ Excel…</source>
        <translation>Import from Excel…</translation>
    </message>
    <message>
        <source>Gửi đi…</source>
        <translation>Send…</translation>
    </message>
    <message>
        <source>In…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Nhập gói nhận được…</source>
        <translation>Import a packet…</translation>
    </message>
    <message>
        <source>Gửi gói đi…</source>
        <translation>Send a packet…</translation>
    </message>
    <message>
        <source>Tính đến {day}</source>
        <translation>As of {day}</translation>
    </message>
    <message>
        <source>Đổi ngày tính quá hạn</source>
        <translation>Change the date of judging</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>Xem cả {n} mục</source>
        <translation>Show all {n}</translation>
    </message>
    <message>
        <source>Khôi phục</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>(trống)</source>
        <translation>(blank)</translation>
    </message>
    <message>
        <source>Ghi lại giá trị cũ: {value}</source>
        <translation>Write the old value again: {value}</translation>
    </message>
    <message>
        <source>Xoá nhiệm vụ</source>
        <translation>Task deleted</translation>
    </message>
    <message>
        <source>Nhập từ tệp</source>
        <translation>Imported from a file</translation>
    </message>
    <message>
        <source>Tạo nhiệm vụ</source>
        <translation>Task created</translation>
    </message>
</context>
<context>
    <name>ImportFooter</name>
    <message>
        <source>Sổ được sao lưu trước khi ghi. Có thể hoàn tác cả lần nhập bất cứ lúc nào.</source>
        <translation>The register is backed up before writing. The whole import can be undone at any time.</translation>
    </message>
    <message>
        <source>Xuất tệp báo lỗi…</source>
        <translation>Save the error workbook…</translation>
    </message>
    <message>
        <source>Huỷ</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ImportQuestions</name>
    <message>
        <source>Nêu cơ quan gửi…</source>
        <translation>Name the sender…</translation>
    </message>
    <message>
        <source>Tệp này đã nhập lúc {at}. Những gì đã ghi không ghi lần nữa.</source>
        <translation>This file was imported on {at}. What was written is not written again.</translation>
    </message>
    <message>
        <source>Gói này cũ hơn gói số {n} đã nhập lúc {at}. Giá trị mới hơn trong sổ vẫn được giữ.</source>
        <translation>This packet is older than no. {n}, imported on {at}. Newer values in the register stay.</translation>
    </message>
    <message>
        <source>Đã căn lại các dòng theo tên nhiệm vụ.</source>
        <translation>The lines were put back by their titles.</translation>
    </message>
    <message>
        <source>Bỏ căn lại</source>
        <translation>Undo this</translation>
    </message>
    <message numerus="yes">
        <source>%n dòng có vẻ bị xếp lệch so với mã dòng: chưa ghi các dòng này.</source>
        <translation>
            <numerusform>%n line seems to be out of place: it is not written.</numerusform>
            <numerusform>%n lines seem to be out of place: they are not written.</numerusform>
        </translation>
    </message>
    <message>
        <source>Căn lại theo tên?</source>
        <translation>Put them back by title?</translation>
    </message>
    <message>
        <source>Căn lại theo tên</source>
        <translation>Put back by title</translation>
    </message>
    <message>
        <source>Để nguyên</source>
        <translation>Leave as it is</translation>
    </message>
    <message>
        <source>Tệp này thay cho tệp ngày {at}.</source>
        <translation>This file replaces the one of {at}.</translation>
    </message>
    <message>
        <source>Giữ cả hai</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>Gói này đã có tệp trả lời ngày {at}: {file}, khác ở {n} ô. Tệp này thay cho tệp đó?</source>
        <translation>This packet was answered on {at} already: {file}, differing in {n} cells. Does this file replace it?</translation>
    </message>
    <message>
        <source>Thay tệp trước</source>
        <translation>Replace the earlier file</translation>
    </message>
    <message>
        <source>Tệp không cho biết trả lời gói nào, nên mỗi chỗ khác phải xem từng mục.</source>
        <translation>The file does not say which packet it answers, so every difference has to be looked at.</translation>
    </message>
    <message>
        <source>Chọn gói đã gửi…</source>
        <translation>Choose the packet…</translation>
    </message>
    <message>
        <source>Xem từng mục</source>
        <translation>Look at each</translation>
    </message>
</context>
<context>
    <name>ImportSide</name>
    <message>
        <source>Tất cả</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Tệp của cơ quan khác…</source>
        <translation>A file from another office…</translation>
    </message>
    <message>
        <source>việc cần xem lên đầu</source>
        <translation>to review comes first</translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message>
        <source>Nhập từ Excel</source>
        <translation>Import from Excel</translation>
    </message>
    <message>
        <source>Chọn tệp cần nhập</source>
        <translation>Choose a file to import</translation>
    </message>
    <message>
        <source>Chọn tệp phụ lục nhiệm vụ, hoặc kéo tệp Excel thả vào đây. Phần mềm cho xem trước, chưa ghi gì vào sổ.</source>
        <translation>Choose a task annex, or drop an Excel file here. A preview comes first; nothing is written yet.</translation>
    </message>
    <message>
        <source>Chọn tệp…</source>
        <translation>Choose a file…</translation>
    </message>
    <message>
        <source>Chưa ghi gì vào sổ</source>
        <translation>Nothing written yet</translation>
    </message>
    <message>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Xem nhiệm vụ</source>
        <translation>Show tasks</translation>
    </message>
    <message>
        <source>Đã rời bước nhập {file}: chưa ghi gì vào sổ, các lựa chọn còn giữ.</source>
        <translation>Left the import of {file}: nothing was written, the choices are kept.</translation>
    </message>
    <message>
        <source>Bảng tính</source>
        <translation>Workbooks</translation>
    </message>
    <message>
        <source>Đang đọc tệp…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <source>Đang so với sổ…</source>
        <translation>Comparing with the register…</translation>
    </message>
    <message>
        <source>Ghi nhận gói</source>
        <translation>Note the packet</translation>
    </message>
    <message numerus="yes">
        <source>Ghi %n mục vào sổ</source>
        <translation>
            <numerusform>Write %n item to the register</numerusform>
            <numerusform>Write %n items to the register</numerusform>
        </translation>
    </message>
    <message>
        <source>Không có gì để ghi</source>
        <translation>Nothing to write</translation>
    </message>
    <message numerus="yes">
        <source>Đã ghi %n mục từ {file}.</source>
        <translation>
            <numerusform>%n item written from {file}.</numerusform>
            <numerusform>%n items written from {file}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Đang ghi vào sổ…</source>
        <translation>Writing to the register…</translation>
    </message>
    <message>
        <source>Không đọc được tệp</source>
        <translation>The file was not read</translation>
    </message>
    <message>
        <source>Không ghi được vào sổ</source>
        <translation>The register was not written</translation>
    </message>
    <message>
        <source>Chọn tệp khác…</source>
        <translation>Choose another file…</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Phím tắt</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>LeftPage</name>
    <message>
        <source>Mở lại</source>
        <translation>Open again</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
</context>
<context>
    <name>LongTextEditor</name>
    <message>
        <source>Enter: ghi · Alt+Enter: xuống dòng · Esc: bỏ</source>
        <translation>Enter: keep · Alt+Enter: new line · Esc: leave</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Đã sao chép %Ln nhiệm vụ.</source>
        <translation>
            <numerusform>%Ln task copied.</numerusform>
            <numerusform>%Ln tasks copied.</numerusform>
        </translation>
    </message>
    <message>
        <source>Thoát</source>
        <translation>Quit</translation>
    </message>
</context>
<context>
    <name>MonthGrid</name>
    <message>
        <source>Lịch tháng</source>
        <translation>Month calendar</translation>
    </message>
    <message numerus="yes">
        <source>+%n việc</source>
        <translation>
            <numerusform>+%n task</numerusform>
            <numerusform>+%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewTaskDialog</name>
    <message>
        <source>Nhiệm vụ mới</source>
        <translation>New task</translation>
    </message>
    <message>
        <source>6/2025, Quý III/2025, 15/7/2025, thường xuyên…</source>
        <translation>6/2025, Quý III/2025, 15/7/2025, thường xuyên…</translation>
    </message>
    <message>
        <source>Huỷ</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Tạo nhiệm vụ</source>
        <translation>Create task</translation>
    </message>
    <message>
        <source>Chưa ghi tên nhiệm vụ.</source>
        <translation>The task has no name yet.</translation>
    </message>
</context>
<context>
    <name>Numbers</name>
    <message numerus="yes">
        <source>%n nhiệm vụ</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thay đổi</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Chờ trả lời %n ngày</source>
        <translation>
            <numerusform>Waiting %n day</numerusform>
            <numerusform>Waiting %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n đơn vị</source>
        <translation>
            <numerusform>%n office</numerusform>
            <numerusform>%n offices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OfficeSearch</name>
    <message>
        <source>Gõ tên, không cần dấu</source>
        <translation>Type a name, marks are not needed</translation>
    </message>
    <message>
        <source>Không có trong danh sách: dùng đúng tên vừa gõ</source>
        <translation>Not in the list: use the name as typed</translation>
    </message>
    <message>
        <source>Cơ quan tìm thấy</source>
        <translation>Offices found</translation>
    </message>
</context>
<context>
    <name>OfficeSetting</name>
    <message>
        <source>Tên cơ quan, đơn vị</source>
        <translation>Name of the office</translation>
    </message>
    <message>
        <source>Chức danh, bộ phận</source>
        <translation>Role, section</translation>
    </message>
    <message>
        <source>Người dùng máy này</source>
        <translation>User of this computer</translation>
    </message>
    <message>
        <source>Ghi</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Mã {code}. Tên được ghi trong mỗi thay đổi và trên trang in.</source>
        <translation>Code {code}. The name is written in every change and on paper.</translation>
    </message>
</context>
<context>
    <name>Outcomes</name>
    <message>
        <source>Do nơi giao việc giữ: đã ghi thành đề nghị, chờ trả lời.</source>
        <translation>The assigning office owns this: kept as a request, awaiting answer.</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Đã hoàn tác: {what}</source>
        <translation>Undone: {what}</translation>
    </message>
    <message>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Hoàn tác lần nhập</source>
        <translation>Undo this import</translation>
    </message>
    <message>
        <source>Đã ghi {file}.</source>
        <translation>{file} is written.</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>OwnOffice</name>
    <message>
        <source>Thuộc đơn vị</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>ví dụ 01.SKHCN</source>
        <translation>for example 01.SKHCN</translation>
    </message>
    <message>
        <source>Mã cơ quan</source>
        <translation>Office code</translation>
    </message>
    <message>
        <source>Mã cơ quan, dùng trong tệp gửi đi</source>
        <translation>Office code, used in files sent</translation>
    </message>
    <message>
        <source>Còn thiếu mã cơ quan: chọn đơn vị, hoặc ghi mã.</source>
        <translation>The office code is missing: choose its unit, or write the code.</translation>
    </message>
    <message>
        <source>Mã gồm mã đơn vị, dấu chấm, chữ in không dấu: 01.SKHCN.</source>
        <translation>A code is a unit&apos;s code, a dot, and capitals without marks: 01.SKHCN.</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Trang {page} trên {pages}</source>
        <translation>Page {page} of {pages}</translation>
    </message>
</context>
<context>
    <name>PopupEditor</name>
    <message>
        <source>Ghi vào sổ</source>
        <translation>Write to the register</translation>
    </message>
</context>
<context>
    <name>PreviewPage</name>
    <message>
        <source>TT</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Nhiệm vụ</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Mục</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>Đang có trong sổ</source>
        <translation>In the register</translation>
    </message>
    <message>
        <source>Trong tệp</source>
        <translation>In the file</translation>
    </message>
    <message>
        <source>Ô</source>
        <translation>Cell</translation>
    </message>
    <message>
        <source>Mọi ô trong tệp đều giống trong sổ: không có gì để ghi.</source>
        <translation>Every cell of the file is as in the register: nothing to write.</translation>
    </message>
    <message>
        <source>Tệp không mang ô nào để ghi vào sổ.</source>
        <translation>The file holds no cell to write to the register.</translation>
    </message>
    <message>
        <source>Chưa so được với sổ: cần nêu cơ quan gửi tệp.</source>
        <translation>Not compared with the register yet: name the office that sent the file.</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>Các ô sẽ ghi</source>
        <translation>Cells to be written</translation>
    </message>
</context>
<context>
    <name>PreviewWords</name>
    <message>
        <source>Nhiệm vụ</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Cả dòng</source>
        <translation>Whole row</translation>
    </message>
    <message>
        <source>(chưa có)</source>
        <translation>(none yet)</translation>
    </message>
    <message>
        <source>(trống)</source>
        <translation>(blank)</translation>
    </message>
    <message>
        <source>(xoá)</source>
        <translation>(erased)</translation>
    </message>
    <message>
        <source>{offices} ghi; đến cùng gói này.</source>
        <translation>Written by {offices}; comes with this packet.</translation>
    </message>
    <message>
        <source>sửa tại đây</source>
        <translation>changed here</translation>
    </message>
    <message>
        <source>{office} ghi</source>
        <translation>written by {office}</translation>
    </message>
</context>
<context>
    <name>PrintOptionsForm</name>
    <message>
        <source>Biểu in</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Danh mục nhiệm vụ</source>
        <translation>Task list</translation>
    </message>
    <message>
        <source>Phiếu tổng hợp nhiệm vụ</source>
        <translation>Task sheet</translation>
    </message>
    <message>
        <source>Kiểu trình bày</source>
        <translation>Style</translation>
    </message>
    <message>
        <source>A4 dọc</source>
        <translation>A4 portrait</translation>
    </message>
    <message>
        <source>A4 ngang</source>
        <translation>A4 landscape</translation>
    </message>
    <message>
        <source>Khổ giấy</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>Theo nhóm của phụ lục</source>
        <translation>By group of the annex</translation>
    </message>
    <message>
        <source>Không chia nhóm</source>
        <translation>No groups</translation>
    </message>
    <message>
        <source>Sắp xếp</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Cột in ra</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Trên trang</source>
        <translation>On the page</translation>
    </message>
    <message>
        <source>Chữ “DỰ THẢO”</source>
        <translation>The word “DỰ THẢO”</translation>
    </message>
    <message>
        <source>Điều kiện lọc bằng lời</source>
        <translation>Filters in words</translation>
    </message>
    <message>
        <source>So với hạn</source>
        <translation>Against the deadline</translation>
    </message>
    <message>
        <source>Vướng mắc, kiến nghị</source>
        <translation>Obstacles, proposals</translation>
    </message>
    <message>
        <source>Số, ngày, chữ ký để trống. Phần mềm không in văn bản đã ký.</source>
        <translation>Number, date and signature stay blank. Signed documents are not printed.</translation>
    </message>
</context>
<context>
    <name>PrintView</name>
    <message>
        <source>Xem trước khi in</source>
        <translation>Print preview</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Lưu PDF…</source>
        <translation>Save PDF…</translation>
    </message>
    <message>
        <source>In…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Trang trước</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Thu nhỏ</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Vừa trang</source>
        <translation>Fit page</translation>
    </message>
    <message>
        <source>Phóng to</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Sao chép văn bản</source>
        <translation>Copy the text</translation>
    </message>
    <message>
        <source>A4 ngang</source>
        <translation>A4 landscape</translation>
    </message>
    <message>
        <source>A4 dọc</source>
        <translation>A4 portrait</translation>
    </message>
    <message numerus="yes">
        <source>%n nhiệm vụ</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trang</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Trang {page} / {pages}</source>
        <translation>Page {page} / {pages}</translation>
    </message>
    <message>
        <source>Lưu PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>Đã lưu {file}.</source>
        <translation>{file} saved.</translation>
    </message>
    <message>
        <source>Mở thư mục</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Không in được</source>
        <translation>Printing failed</translation>
    </message>
    <message>
        <source>Đã chép văn bản của biểu in.</source>
        <translation>The text of the form was copied.</translation>
    </message>
    <message>
        <source>Không làm được biểu in</source>
        <translation>The form was not made</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Không khôi phục được</source>
        <translation>The restore failed</translation>
    </message>
    <message>
        <source>Không mở được sổ</source>
        <translation>The register cannot be opened</translation>
    </message>
    <message>
        <source>Mở để xem</source>
        <translation>Open to read</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Huỷ</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Huỷ lúc này thì sổ giữ nguyên như cũ.</source>
        <translation>Cancelling now leaves the register as it was.</translation>
    </message>
    <message>
        <source>{doing} dòng {done} trên {total}</source>
        <translation>{doing} row {done} of {total}</translation>
    </message>
</context>
<context>
    <name>ProgressEditor</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Số, ngày văn bản hoặc tệp</source>
        <translation>Number and date of a document, or a file</translation>
    </message>
</context>
<context>
    <name>PublicDayList</name>
    <message>
        <source>ngày/tháng/năm</source>
        <translation>day/month/year</translation>
    </message>
    <message>
        <source>Ngày</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Tên ngày</source>
        <translation>Name of the day</translation>
    </message>
    <message>
        <source>Nghỉ</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>Làm bù</source>
        <translation>Make-up day</translation>
    </message>
    <message>
        <source>Năm trước</source>
        <translation>Previous year</translation>
    </message>
    <message>
        <source>Năm sau</source>
        <translation>Next year</translation>
    </message>
    <message>
        <source>Thêm ngày</source>
        <translation>Add a day</translation>
    </message>
    <message>
        <source>Đổi bảng này không đổi thời hạn nào.</source>
        <translation>Changing this table moves no deadline.</translation>
    </message>
    <message numerus="yes">
        <source>Xem cả %n ngày</source>
        <translation>
            <numerusform>Show all %n days</numerusform>
            <numerusform>Show all %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Năm này chưa có ngày nào.</source>
        <translation>No days in this year yet.</translation>
    </message>
    <message>
        <source>Bỏ ngày {day}</source>
        <translation>Remove {day}</translation>
    </message>
    <message>
        <source>Ghi ngày dạng ngày/tháng/năm và tên ngày.</source>
        <translation>Write the date as day/month/year, and its name.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Mọi lệnh</source>
        <translation>All commands</translation>
    </message>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>ReceiptFiles</name>
    <message>
        <source>phiếu báo nhận {office}</source>
        <translation>receipt {office}</translation>
    </message>
    <message>
        <source>Xuất phiếu báo nhận</source>
        <translation>Save the receipt</translation>
    </message>
    <message>
        <source>tệp báo lỗi {office}</source>
        <translation>errors {office}</translation>
    </message>
    <message>
        <source>Xuất tệp báo lỗi</source>
        <translation>Save the error workbook</translation>
    </message>
    <message>
        <source>Tệp Excel (*.xlsx)</source>
        <translation>Excel file (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>ReceivedDialog</name>
    <message>
        <source>Gói số {n} của {office}</source>
        <translation>Packet no. {n} from {office}</translation>
    </message>
    <message>
        <source>Tệp của {office}</source>
        <translation>File from {office}</translation>
    </message>
    <message>
        <source>{office} trả lời gói số {n}</source>
        <translation>{office} answers packet no. {n}</translation>
    </message>
    <message>
        <source>Cơ quan gửi</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>Nhận lúc</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Mã đối chiếu</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>Gói trước đó chưa tới. Phần nhận được vẫn ghi đủ; gói còn thiếu nhập sau cũng được.</source>
        <translation>The packet before it has not come. What came is written in full; the missing packet can be imported later.</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Xuất phiếu báo nhận…</source>
        <translation>Save the receipt…</translation>
    </message>
    <message>
        <source>Xuất tệp báo lỗi…</source>
        <translation>Save the error workbook…</translation>
    </message>
    <message>
        <source>Hoàn tác lần nhập</source>
        <translation>Undo this import</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ReminderDialog</name>
    <message>
        <source>Soạn văn bản nhắc gửi gói còn thiếu</source>
        <translation>A reminder of missing packets</translation>
    </message>
    <message>
        <source>Số gói nhận được không liền nhau: gói ở giữa chưa tới, hoặc chưa nhập vào sổ.</source>
        <translation>The numbers received are not consecutive: a packet between them has not come, or was not imported.</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Sao chép</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Kính gửi {partner}. {office} chưa nhận được gói số {numbers}, trong khi gói sau đó đã đến ngày {date}. Đề nghị gửi lại gói này, hoặc gửi một gói mới: gói mới chứa cả phần còn thiếu.</source>
        <translation>To {partner}. {office} has not received packet no. {numbers}, while a later one came on {date}. Please send it again, or send a new packet: it holds what is missing too.</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>{field}: đang áp dụng và đề nghị</source>
        <translation>{field}: in force and asked for</translation>
    </message>
    <message>
        <source>{field}: đã áp dụng như đề nghị</source>
        <translation>{field}: in force as asked for</translation>
    </message>
    <message>
        <source>Không chấp thuận: {reason}</source>
        <translation>Refused: {reason}</translation>
    </message>
    <message>
        <source>Ghi chú của nhiệm vụ: “{note}”</source>
        <translation>Note on the task: “{note}”</translation>
    </message>
    <message>
        <source>Chấp thuận</source>
        <translation>Grant</translation>
    </message>
    <message>
        <source>Không chấp thuận, nêu lý do…</source>
        <translation>Refuse, with a reason…</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Rút đề nghị</source>
        <translation>Withdraw the request</translation>
    </message>
    <message>
        <source>Do cơ quan khác trả lời.</source>
        <translation>For another office to answer.</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Khôi phục từ bản sao lưu</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>Chọn tệp khác…</source>
        <translation>Choose another file…</translation>
    </message>
    <message>
        <source>Huỷ</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Khôi phục</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>Chọn bản cần dùng. Tệp sổ đang có, nếu có, được giữ lại bên cạnh với tên khác.</source>
        <translation>Choose the copy to use. The present register, if there is one, is kept beside it under another name.</translation>
    </message>
    <message>
        <source>Không có bản sao lưu nào cạnh tệp sổ trong {folder}.</source>
        <translation>There is no backup beside the register in {folder}.</translation>
    </message>
    <message>
        <source>Chọn bản sao lưu</source>
        <translation>Choose a backup</translation>
    </message>
    <message>
        <source>Sổ nhiệm vụ (*.db)</source>
        <translation>Task register (*.db)</translation>
    </message>
    <message>
        <source>Không khôi phục được</source>
        <translation>The restore failed</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>Hoàn tác lần nhập</source>
        <translation>Undo this import</translation>
    </message>
    <message>
        <source>Xuất phiếu báo nhận…</source>
        <translation>Save the receipt…</translation>
    </message>
    <message>
        <source>Xuất tệp báo lỗi…</source>
        <translation>Save the error workbook…</translation>
    </message>
    <message>
        <source>Xem việc cần quyết định</source>
        <translation>Show what is to be decided</translation>
    </message>
    <message>
        <source>Không có gì mới trong {file}</source>
        <translation>Nothing new in {file}</translation>
    </message>
    <message>
        <source>Sổ giữ nguyên như cũ.</source>
        <translation>The register is as it was.</translation>
    </message>
    <message numerus="yes">
        <source>Đã ghi %n mục từ {file}</source>
        <translation>
            <numerusform>%n item written from {file}</numerusform>
            <numerusform>%n items written from {file}</numerusform>
        </translation>
    </message>
    <message>
        <source>Bản sao lưu trước khi ghi được giữ cùng sổ. Có thể hoàn tác bất cứ lúc nào.</source>
        <translation>The backup made before is kept with the register. The import can be undone at any time.</translation>
    </message>
    <message numerus="yes">
        <source>%n nhiệm vụ</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ô thành đề nghị, chờ trả lời</source>
        <translation>
            <numerusform>%n cell became a request, awaiting an answer</numerusform>
            <numerusform>%n cells became requests, awaiting an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ô giữ cả hai giá trị, chờ chọn</source>
        <translation>
            <numerusform>%n cell keeps both values until someone chooses</numerusform>
            <numerusform>%n cells keep both values until someone chooses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ô chưa ghi</source>
        <translation>
            <numerusform>%n cell not written</numerusform>
            <numerusform>%n cells not written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dòng giống trong sổ</source>
        <translation>
            <numerusform>%n row as in the register</numerusform>
            <numerusform>%n rows as in the register</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mục không được chọn nên không ghi</source>
        <translation>
            <numerusform>%n item not written, as it was not chosen</numerusform>
            <numerusform>%n items not written, as they were not chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Trao đổi</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Cần quyết định</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Trước</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Sau</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Không còn gì phải quyết định</source>
        <translation>Nothing left to decide</translation>
    </message>
    <message>
        <source>Số liệu khác nhau và đề nghị mới hiện ở đây sau mỗi lần nhập gói.</source>
        <translation>New differences and requests appear here after a packet is imported.</translation>
    </message>
    <message>
        <source>Về Trao đổi</source>
        <translation>Back to Exchange</translation>
    </message>
    <message>
        <source>Đề nghị khác về nhiệm vụ này</source>
        <translation>Requests about this task</translation>
    </message>
    <message>
        <source>và {n} đề nghị khác đã chọn</source>
        <translation>and {n} more requests that are chosen</translation>
    </message>
    <message>
        <source>{n} trên {all}</source>
        <translation>{n} of {all}</translation>
    </message>
    <message>
        <source>Chọn cả {n} đề nghị</source>
        <translation>Choose all {n} requests</translation>
    </message>
    <message numerus="yes">
        <source>Chấp thuận %n đề nghị</source>
        <translation>
            <numerusform>Grant %n request</numerusform>
            <numerusform>Grant %n requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Không chấp thuận %n đề nghị…</source>
        <translation>
            <numerusform>Refuse %n request…</numerusform>
            <numerusform>Refuse %n requests…</numerusform>
        </translation>
    </message>
    <message>
        <source>Còn {differences} chỗ khác nhau, {requests} đề nghị</source>
        <translation>Still {differences} differing, {requests} requests</translation>
    </message>
    <message>
        <source>Ghi giá trị khác</source>
        <translation>Write another value</translation>
    </message>
    <message>
        <source>{field} của nhiệm vụ {stt}: giá trị này thay cho mọi giá trị đang khác nhau.</source>
        <translation>{field} of task {stt}: this value takes the place of all that differ.</translation>
    </message>
    <message>
        <source>Ghi giá trị này</source>
        <translation>Write this value</translation>
    </message>
    <message>
        <source>Đã ghi giá trị khác: {what}.</source>
        <translation>Another value was written: {what}.</translation>
    </message>
    <message numerus="yes">
        <source>Đã chấp thuận %n đề nghị.</source>
        <translation>
            <numerusform>%n request was granted.</numerusform>
            <numerusform>%n requests were granted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Đã rút %n đề nghị.</source>
        <translation>
            <numerusform>%n request was withdrawn.</numerusform>
            <numerusform>%n requests were withdrawn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Không chấp thuận đề nghị</source>
        <translation>Refuse the request</translation>
    </message>
    <message>
        <source>Lý do, gửi cùng câu trả lời cho nơi đề nghị:</source>
        <translation>The reason, sent with the answer to who asked:</translation>
    </message>
    <message numerus="yes">
        <source>Không chấp thuận %n đề nghị</source>
        <translation>
            <numerusform>Refuse %n request</numerusform>
            <numerusform>Refuse %n requests</numerusform>
        </translation>
    </message>
    <message>
        <source>Còn thiếu lý do.</source>
        <translation>A reason is needed.</translation>
    </message>
    <message numerus="yes">
        <source>Không chấp thuận %n đề nghị; lý do đi cùng gói sau.</source>
        <translation>
            <numerusform>%n request was refused; the reason goes with the next packet.</numerusform>
            <numerusform>%n requests were refused; the reason goes with the next packet.</numerusform>
        </translation>
    </message>
    <message>
        <source>{field}, nhiệm vụ {stt}</source>
        <translation>{field}, task {stt}</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Tìm trong sổ</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>SearchPalette</name>
    <message>
        <source>Tìm nhiệm vụ, cơ quan, lệnh</source>
        <translation>Search tasks, bodies, commands</translation>
    </message>
    <message>
        <source>Tìm trong sổ</source>
        <translation>Search the register</translation>
    </message>
    <message>
        <source>Kết quả tìm</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>↑ ↓ chọn</source>
        <translation>↑ ↓ choose</translation>
    </message>
    <message>
        <source>Enter mở</source>
        <translation>Enter opens</translation>
    </message>
    <message>
        <source>Gõ không dấu cũng tìm được; gõ có dấu thì kết quả đúng dấu lên trước</source>
        <translation>Marks are not needed; with marks, exact hits come first</translation>
    </message>
    <message>
        <source>Nhiệm vụ</source>
        <translation>Tasks</translation>
    </message>
    <message numerus="yes">
        <source>chủ trì %Ln nhiệm vụ</source>
        <translation>
            <numerusform>leads %Ln task</numerusform>
            <numerusform>leads %Ln tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>Đơn vị</source>
        <translation>Bodies</translation>
    </message>
    <message>
        <source>Lọc bảng theo “{words}”</source>
        <translation>Filter the table by “{words}”</translation>
    </message>
    <message>
        <source>Lệnh</source>
        <translation>Commands</translation>
    </message>
</context>
<context>
    <name>SenderDialog</name>
    <message>
        <source>Tệp này của cơ quan nào?</source>
        <translation>Which office sent this file?</translation>
    </message>
    <message>
        <source>Giá trị trong tệp được ghi dưới tên cơ quan gửi; ô do nơi khác giữ thành đề nghị chờ trả lời.</source>
        <translation>Values in the file are written in the name of the sending office; cells owned elsewhere become requests.</translation>
    </message>
    <message>
        <source>Cơ quan gửi tệp</source>
        <translation>Sending office</translation>
    </message>
    <message>
        <source>Huỷ</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>So lại với sổ</source>
        <translation>Compare again</translation>
    </message>
</context>
<context>
    <name>SentDialog</name>
    <message>
        <source>Gói số {n} gửi {office}</source>
        <translation>Packet no. {n} to {office}</translation>
    </message>
    <message>
        <source>Đã báo nhận</source>
        <translation>Receipt came</translation>
    </message>
    <message>
        <source>Chờ báo nhận</source>
        <translation>Awaiting receipt</translation>
    </message>
    <message>
        <source>Chưa thành tệp: lần ghi tệp bị ngắt, gói này không được gửi đi.</source>
        <translation>Never became a file: writing it was cut short, and this packet went nowhere.</translation>
    </message>
    <message>
        <source>Cơ quan nhận</source>
        <translation>Receiving office</translation>
    </message>
    <message>
        <source>Thời điểm</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Nội dung</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>Cỡ tệp</source>
        <translation>File size</translation>
    </message>
    <message>
        <source>{n} KB</source>
        <translation>{n} KB</translation>
    </message>
    <message>
        <source>Mã đối chiếu</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>Tình trạng</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Gửi gói mới…</source>
        <translation>Send a new packet…</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Đã đề nghị đúng như vậy trước đó, đang chờ trả lời: không ghi thêm.</source>
        <translation>The very same was asked for before and awaits an answer: nothing was added.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Cơ quan</source>
        <translation>Office</translation>
    </message>
    <message>
        <source>Hiển thị</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>Thời hạn</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>Ngày nghỉ, làm bù</source>
        <translation>Public days</translation>
    </message>
    <message>
        <source>Sao lưu</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Dữ liệu mẫu</source>
        <translation>Sample data</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Theo máy</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Tối</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Giao diện</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>Cỡ chữ</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Thoáng</source>
        <translation>Cosy</translation>
    </message>
    <message>
        <source>Gọn</source>
        <translation>Compact</translation>
    </message>
    <message>
        <source>Giãn dòng</source>
        <translation>Density</translation>
    </message>
    <message>
        <source>Báo sắp đến hạn trước</source>
        <translation>Due soon means within</translation>
    </message>
    <message>
        <source>ngày</source>
        <translation>days</translation>
    </message>
    <message>
        <source>Ghi một số từ 0 đến {most}.</source>
        <translation>Write a number from 0 to {most}.</translation>
    </message>
    <message>
        <source>Xoá dữ liệu mẫu</source>
        <translation>Remove the samples</translation>
    </message>
    <message>
        <source>Nạp dữ liệu mẫu</source>
        <translation>Load samples</translation>
    </message>
    <message>
        <source>Sổ đang có dữ liệu mẫu. Xoá thì nhiệm vụ của đơn vị vẫn giữ nguyên.</source>
        <translation>Sample tasks are in the register. Removing them leaves your own tasks as they are.</translation>
    </message>
    <message>
        <source>Nhiệm vụ mẫu để làm quen, có đánh dấu, xoá được bất cứ lúc nào.</source>
        <translation>Sample tasks to try things, marked, removable at any time.</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Chọn trang cần nhập</source>
        <translation>Choose a sheet to import</translation>
    </message>
    <message>
        <source>Tệp có nhiều trang là danh mục nhiệm vụ.</source>
        <translation>Several sheets of the file are task lists.</translation>
    </message>
    <message>
        <source>Mỗi lần nhập một trang; sổ chưa thay đổi gì.</source>
        <translation>One sheet is imported at a time; the register is unchanged.</translation>
    </message>
    <message>
        <source>Huỷ</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Đọc trang này</source>
        <translation>Read this sheet</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Chưa có nhiệm vụ nào</source>
        <translation>No tasks yet</translation>
    </message>
    <message>
        <source>Chọn tệp phụ lục nhiệm vụ, hoặc kéo tệp Excel thả vào cửa sổ này. Phần mềm cho xem trước, chưa ghi gì vào sổ.</source>
        <translation>Choose a task annex, or drop an Excel file onto this window. A preview comes first; nothing is written yet.</translation>
    </message>
    <message>
        <source>Nhập từ Excel…</source>
        <translation>Import from Excel…</translation>
    </message>
    <message>
        <source>Tạo một nhiệm vụ</source>
        <translation>Create a task</translation>
    </message>
    <message>
        <source>Dùng dữ liệu mẫu</source>
        <translation>Use sample data</translation>
    </message>
    <message numerus="yes">
        <source>%n việc cần quyết định</source>
        <translation>
            <numerusform>%n thing to decide</numerusform>
            <numerusform>%n things to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SideCard</name>
    <message>
        <source>đang hiển thị</source>
        <translation>shown</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Hiển thị</source>
        <translation>Showing</translation>
    </message>
    <message>
        <source>Sổ chưa có nhiệm vụ</source>
        <translation>The register has no tasks</translation>
    </message>
    <message>
        <source>Quá hạn {n}</source>
        <translation>Overdue {n}</translation>
    </message>
    <message>
        <source>Đến hạn trong {days} ngày: {n}</source>
        <translation>Due within {days} days: {n}</translation>
    </message>
    <message>
        <source>Đã chọn {n}</source>
        <translation>Selected {n}</translation>
    </message>
    <message>
        <source>Chỉ xem</source>
        <translation>Read only</translation>
    </message>
    <message>
        <source>Dữ liệu mẫu</source>
        <translation>Sample data</translation>
    </message>
    <message>
        <source>Sao lưu {time}</source>
        <translation>Backup {time}</translation>
    </message>
    <message>
        <source>hôm nay</source>
        <translation>today</translation>
    </message>
    <message>
        <source>Đã lưu {time}</source>
        <translation>Saved {time}</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Tệp</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Ghép cột</source>
        <translation>Match columns</translation>
    </message>
    <message>
        <source>Xem trước</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Bước {step} trên {steps}: {name}</source>
        <translation>Step {step} of {steps}: {name}</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Không có việc</source>
        <translation>No tasks</translation>
    </message>
    <message numerus="yes">
        <source>+%n việc</source>
        <translation>
            <numerusform>+%n task</numerusform>
            <numerusform>+%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskDelegate</name>
    <message>
        <source>Đề nghị</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Khác nhau</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>Không có nhóm</source>
        <translation>No group</translation>
    </message>
</context>
<context>
    <name>TaskGrid</name>
    <message>
        <source>Bảng nhiệm vụ</source>
        <translation>Task table</translation>
    </message>
</context>
<context>
    <name>TaskTableModel</name>
    <message>
        <source>đang gập</source>
        <translation>collapsed</translation>
    </message>
    <message>
        <source>đang mở</source>
        <translation>expanded</translation>
    </message>
    <message>
        <source>{n} quá hạn</source>
        <translation>{n} overdue</translation>
    </message>
    <message numerus="yes">
        <source>%Ln nhiệm vụ</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskView</name>
    <message>
        <source>Theo phụ lục</source>
        <translation>As in the annex</translation>
    </message>
    <message>
        <source>Theo thời hạn</source>
        <translation>By deadline</translation>
    </message>
    <message>
        <source>Theo cơ quan chủ trì</source>
        <translation>By lead body</translation>
    </message>
    <message>
        <source>Theo tiến độ</source>
        <translation>By progress</translation>
    </message>
    <message>
        <source>Không có nhiệm vụ nào khớp</source>
        <translation>No task matches</translation>
    </message>
    <message>
        <source>Bỏ bớt điều kiện lọc để xem các nhiệm vụ khác.</source>
        <translation>Drop some filters to see other tasks.</translation>
    </message>
    <message>
        <source>Bỏ lọc</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>Cột</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Giãn dòng</source>
        <translation>Density</translation>
    </message>
    <message>
        <source>Theo cột đã chọn</source>
        <translation>By chosen columns</translation>
    </message>
    <message>
        <source>Cách xem: {order}</source>
        <translation>View: {order}</translation>
    </message>
    <message>
        <source>Mở mọi nhóm</source>
        <translation>Expand all groups</translation>
    </message>
    <message>
        <source>Gập mọi nhóm</source>
        <translation>Collapse all groups</translation>
    </message>
    <message>
        <source>Cột…</source>
        <translation>Columns…</translation>
    </message>
    <message>
        <source>Giãn dòng: Thoáng</source>
        <translation>Density: cosy</translation>
    </message>
    <message>
        <source>Giãn dòng: Gọn</source>
        <translation>Density: compact</translation>
    </message>
    <message>
        <source>Về cột mặc định</source>
        <translation>Back to the default columns</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>Huỷ</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Đóng thông báo</source>
        <translation>Close the notice</translation>
    </message>
</context>
<context>
    <name>UndoneDialog</name>
    <message>
        <source>Đã hoàn tác lần nhập</source>
        <translation>The import was undone</translation>
    </message>
    <message>
        <source>Các giá trị của tệp không còn được tính trong sổ này.</source>
        <translation>The values of the file no longer count in this register.</translation>
    </message>
    <message>
        <source>Đã gửi tiếp cho {offices}: ở đó các giá trị ấy vẫn còn. Báo cho các cơ quan này nếu cần bỏ theo.</source>
        <translation>Already sent on to {offices}: the values still stand there. Tell these offices if they should go there too.</translation>
    </message>
    <message>
        <source>Nhập lại như cũ</source>
        <translation>Import it again</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message numerus="yes">
        <source>%n nhiệm vụ đã sửa sau lần nhập: phần sửa sau được giữ.</source>
        <translation>
            <numerusform>%n task was changed after the import: that change stays.</numerusform>
            <numerusform>%n tasks were changed after the import: those changes stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nhiệm vụ do tệp thêm vào, đã sửa sau đó: phần sửa chờ đến khi nhập lại.</source>
        <translation>
            <numerusform>%n task that the file brought was changed since: the change waits until it is imported again.</numerusform>
            <numerusform>%n tasks that the file brought were changed since: the changes wait until it is imported again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeekdayBar</name>
    <message>
        <source>Tuần</source>
        <translation>Wk</translation>
    </message>
</context>
<context>
    <name>_Counts</name>
    <message numerus="yes">
        <source>%n ngày làm việc</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>còn %n ngày</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n việc</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dòng không có số TT: xem ở mục Mới.</source>
        <translation>
            <numerusform>%n row has no number: see New.</numerusform>
            <numerusform>%n rows have no number: see New.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Phông chữ cũ {fonts}: đã chuyển %n ô sang Unicode.</source>
        <translation>
            <numerusform>Old fonts {fonts}: %n cell was read as Unicode.</numerusform>
            <numerusform>Old fonts {fonts}: %n cells were read as Unicode.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nhiệm vụ đã có trong sổ do {offices} giao: cơ quan giao giữ nguyên.</source>
        <translation>
            <numerusform>%n task of the register was assigned by {offices}: that stays so.</numerusform>
            <numerusform>%n tasks of the register were assigned by {offices}: that stays so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Units</name>
    <message numerus="yes">
        <source>dòng</source>
        <translation>
            <numerusform>row</numerusform>
            <numerusform>rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ô</source>
        <translation>
            <numerusform>cell</numerusform>
            <numerusform>cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ô của</source>
        <translation>
            <numerusform>%n cell of</numerusform>
            <numerusform>%n cells of</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nhiệm vụ</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Words</name>
    <message>
        <source>chưa ghi</source>
        <translation>not written</translation>
    </message>
</context>
<context>
    <name>calendar</name>
    <message>
        <source>Thứ Hai</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>Thứ Ba</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>Thứ Tư</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>Thứ Năm</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>Thứ Sáu</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>Thứ Bảy</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>Chủ nhật</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>Tháng {month}/{year}</source>
        <translation>{name} {year}</translation>
    </message>
    <message>
        <source>Tuần {week} · {first:%d/%m}–{last:%d/%m/%Y}</source>
        <translation>Week {week} · {first:%d/%m}–{last:%d/%m/%Y}</translation>
    </message>
    <message>
        <source>Đã quá hạn</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Trong tháng {month}</source>
        <translation>In {name}</translation>
    </message>
    <message>
        <source>Trong quý {quarter}</source>
        <translation>In quarter {quarter}</translation>
    </message>
    <message>
        <source>Trong năm {year}</source>
        <translation>In {year}</translation>
    </message>
    <message>
        <source>Chưa chốt hạn</source>
        <translation>Deadline not fixed</translation>
    </message>
    <message>
        <source>Chưa đọc được hạn</source>
        <translation>Deadline not read</translation>
    </message>
    <message>
        <source>Chờ sự kiện</source>
        <translation>Waiting for an event</translation>
    </message>
    <message>
        <source>Không định ngày kết thúc</source>
        <translation>Open-ended</translation>
    </message>
    <message>
        <source>Định kỳ</source>
        <translation>Recurring</translation>
    </message>
    <message>
        <source>Thường xuyên</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>Làm bù</source>
        <translation>Make-up day</translation>
    </message>
    <message>
        <source>Nghỉ {name}</source>
        <translation>Off: {name}</translation>
    </message>
    <message>
        <source>âm lịch {lunar}</source>
        <translation>lunar {lunar}</translation>
    </message>
    <message>
        <source>hôm nay</source>
        <translation>today</translation>
    </message>
    <message>
        <source>ngày nghỉ</source>
        <translation>day off</translation>
    </message>
</context>
<context>
    <name>card</name>
    <message>
        <source>Khác nhau</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>Đề nghị</source>
        <translation>Request</translation>
    </message>
</context>
<context>
    <name>clarity</name>
    <message>
        <source>rõ việc</source>
        <translation>task</translation>
    </message>
    <message>
        <source>rõ người</source>
        <translation>lead</translation>
    </message>
    <message>
        <source>rõ trách nhiệm</source>
        <translation>leader</translation>
    </message>
    <message>
        <source>rõ thời gian</source>
        <translation>deadline</translation>
    </message>
    <message>
        <source>rõ sản phẩm</source>
        <translation>deliverable</translation>
    </message>
    <message>
        <source>rõ thẩm quyền</source>
        <translation>authority</translation>
    </message>
</context>
<context>
    <name>columns</name>
    <message>
        <source>So với hạn</source>
        <translation>Against the deadline</translation>
    </message>
</context>
<context>
    <name>deadline</name>
    <message>
        <source>Chưa chốt hạn</source>
        <translation>Deadline not fixed</translation>
    </message>
    <message>
        <source>đang áp dụng</source>
        <translation>in force</translation>
    </message>
    <message>
        <source>: chưa thành ngày cụ thể</source>
        <translation>: no certain day yet</translation>
    </message>
    <message>
        <source>đề nghị, chờ trả lời</source>
        <translation>request, awaiting answer</translation>
    </message>
    <message>
        <source>theo văn bản</source>
        <translation>by the document</translation>
    </message>
    <message>
        <source>{document} ghi</source>
        <translation>{document} says</translation>
    </message>
    <message>
        <source>Văn bản giao việc</source>
        <translation>The assigning document</translation>
    </message>
    <message>
        <source>{office} ghi lúc {when}</source>
        <translation>{office} wrote at {when}</translation>
    </message>
    <message>
        <source>: hết ngày {day}</source>
        <translation>: until {day}</translation>
    </message>
</context>
<context>
    <name>deadline_words</name>
    <message>
        <source>Để trống: chưa chốt hạn</source>
        <translation>Blank: deadline not fixed</translation>
    </message>
    <message>
        <source>Không hiểu thành thời hạn: giữ nguyên chữ đã ghi, xếp vào chưa chốt hạn</source>
        <translation>Not read as a deadline: kept as written, listed as not fixed</translation>
    </message>
    <message>
        <source>Chờ sự kiện: chưa thành ngày cụ thể</source>
        <translation>Waiting for an event: not a date yet</translation>
    </message>
    <message>
        <source>Hiểu là {reading}</source>
        <translation>Read as {reading}</translation>
    </message>
    <message>
        <source>, hết ngày {day}</source>
        <translation>, until {day}</translation>
    </message>
    <message>
        <source>Ô chưa thay đổi.</source>
        <translation>The cell is unchanged.</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Số {n}</source>
        <translation>No. {n}</translation>
    </message>
    <message>
        <source>Thiếu gói số {numbers}</source>
        <translation>Missing packet {numbers}</translation>
    </message>
    <message>
        <source>không thiếu gói nào</source>
        <translation>no packet is missing</translation>
    </message>
    <message>
        <source>gói số {numbers} của {office}</source>
        <translation>packet {numbers} from {office}</translation>
    </message>
    <message>
        <source>{gap} và {n} đơn vị khác</source>
        <translation>{gap} and {n} more offices</translation>
    </message>
    <message>
        <source>Đã báo nhận</source>
        <translation>Receipt came</translation>
    </message>
    <message>
        <source>Gói số {n} chưa thành tệp</source>
        <translation>Packet no. {n} never became a file</translation>
    </message>
    <message>
        <source>Chờ báo nhận gói số {n}</source>
        <translation>Awaiting receipt of no. {n}</translation>
    </message>
    <message>
        <source>Chưa nhận</source>
        <translation>Nothing yet</translation>
    </message>
    <message>
        <source>Chờ báo nhận</source>
        <translation>Awaiting receipt</translation>
    </message>
    <message>
        <source>Chưa thành tệp</source>
        <translation>No file</translation>
    </message>
    <message>
        <source>Gửi</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>Phiếu báo nhận</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Nhận</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Đã gửi báo nhận</source>
        <translation>Receipt sent</translation>
    </message>
    <message>
        <source>Xuất báo nhận…</source>
        <translation>Save receipt…</translation>
    </message>
    <message>
        <source>Đã hoàn tác lần nhập</source>
        <translation>The import was undone</translation>
    </message>
    <message>
        <source>Không có gì mới</source>
        <translation>Nothing new</translation>
    </message>
    <message>
        <source>thiếu gói trước đó</source>
        <translation>the packet before is missing</translation>
    </message>
    <message>
        <source>ghi {n}</source>
        <translation>{n} written</translation>
    </message>
    <message>
        <source>đề nghị {n}</source>
        <translation>requests {n}</translation>
    </message>
    <message>
        <source>khác nhau {n}</source>
        <translation>differing {n}</translation>
    </message>
    <message>
        <source>xem lại {n}</source>
        <translation>to review {n}</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Thay đổi</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Không đổi</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>Xem từng mục</source>
        <translation>Look at each</translation>
    </message>
    <message>
        <source>Đề nghị</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Khác nhau</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>Cần xem lại</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>Lưu ý</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Không có trong tệp</source>
        <translation>Not in the file</translation>
    </message>
    <message>
        <source>chưa có trong sổ: thêm thành nhiệm vụ mới</source>
        <translation>not in the register: added as new tasks</translation>
    </message>
    <message>
        <source>giống trong sổ: không ghi gì</source>
        <translation>as in the register: nothing is written</translation>
    </message>
    <message>
        <source>không rõ người ghi đã thấy giá trị nào: chỉ ghi mục được chọn</source>
        <translation>not known which value the author saw: only what is ticked is written</translation>
    </message>
    <message>
        <source>ô do cấp trên giữ: không ghi đè, chuyển thành đề nghị chờ trả lời</source>
        <translation>owned by the assigning office: not overwritten, becomes a request</translation>
    </message>
    <message>
        <source>hai bên cùng sửa một ô: giữ cả hai giá trị để chọn sau</source>
        <translation>both sides changed the cell: both values are kept to choose from</translation>
    </message>
    <message>
        <source>chưa ghi những ô này; các ô khác trong dòng vẫn ghi</source>
        <translation>these cells are not written; the other cells of the row are</translation>
    </message>
    <message>
        <source>đã đọc được, nên xem lại; không cản việc ghi</source>
        <translation>read, but worth a look; does not stop the import</translation>
    </message>
    <message>
        <source>vẫn giữ trong sổ, không xoá</source>
        <translation>stays in the register</translation>
    </message>
    <message>
        <source>Nhiệm vụ {numbers} không có trong tệp: vẫn giữ trong sổ, không xoá.</source>
        <translation>Not in the file: {numbers}. Kept in the register, not deleted.</translation>
    </message>
    <message>
        <source>Cùng gói còn có văn bản {numbers}.</source>
        <translation>The packet also brings the documents {numbers}.</translation>
    </message>
    <message>
        <source>Cùng gói còn có ngày nghỉ, ngày làm bù.</source>
        <translation>The packet also brings days off and make-up days.</translation>
    </message>
    <message>
        <source>Có đề nghị không được chấp thuận: nhiệm vụ {numbers}.</source>
        <translation>Refused requests: task {numbers}.</translation>
    </message>
    <message>
        <source>Từ {office}, gói số {n} ngày {day}</source>
        <translation>From {office}, packet no. {n} of {day}</translation>
    </message>
    <message>
        <source>Từ {office}</source>
        <translation>From {office}</translation>
    </message>
    <message>
        <source>Gói gốc số {n}, gửi ngày {day}</source>
        <translation>Answers packet no. {n}, sent {day}</translation>
    </message>
    <message>
        <source>Văn bản {number}</source>
        <translation>Document {number}</translation>
    </message>
    <message>
        <source>Tệp chưa từng nhập</source>
        <translation>File never imported before</translation>
    </message>
    <message>
        <source>Tệp đã nhập {at}</source>
        <translation>File imported {at}</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Xem bảng nhiệm vụ</source>
        <translation>Show the task table</translation>
    </message>
    <message>
        <source>Xem bảng việc</source>
        <translation>Show the board</translation>
    </message>
    <message>
        <source>Xem lịch</source>
        <translation>Show the calendar</translation>
    </message>
    <message>
        <source>Xem trao đổi</source>
        <translation>Show the exchange</translation>
    </message>
    <message>
        <source>Tìm trong sổ</source>
        <translation>Search the register</translation>
    </message>
    <message>
        <source>Lọc theo chữ</source>
        <translation>Filter by words</translation>
    </message>
    <message>
        <source>Nhiệm vụ khớp tiếp theo</source>
        <translation>Next matching task</translation>
    </message>
    <message>
        <source>Tạo nhiệm vụ mới</source>
        <translation>New task</translation>
    </message>
    <message>
        <source>Mở khung chi tiết</source>
        <translation>Open the panel</translation>
    </message>
    <message>
        <source>Sửa ô</source>
        <translation>Edit the cell</translation>
    </message>
    <message>
        <source>Chọn thêm dòng</source>
        <translation>Add the row to the selection</translation>
    </message>
    <message>
        <source>Xoá nhiệm vụ đã chọn</source>
        <translation>Delete the selected tasks</translation>
    </message>
    <message>
        <source>Sao chép</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Sao chép kèm tiêu đề</source>
        <translation>Copy with headings</translation>
    </message>
    <message>
        <source>Hoàn tác</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Làm lại</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Nhập từ Excel…</source>
        <translation>Import from Excel…</translation>
    </message>
    <message>
        <source>Gửi đi…</source>
        <translation>Send…</translation>
    </message>
    <message>
        <source>In…</source>
        <translation>Print…</translation>
    </message>
    <message>
        <source>Nhiệm vụ trước</source>
        <translation>Previous task</translation>
    </message>
    <message>
        <source>Nhiệm vụ sau</source>
        <translation>Next task</translation>
    </message>
    <message>
        <source>Đọc lại sổ</source>
        <translation>Read the register again</translation>
    </message>
    <message>
        <source>Sang khung kế tiếp</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>Mọi lệnh</source>
        <translation>All commands</translation>
    </message>
    <message>
        <source>Cài đặt</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Phím tắt</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Trợ giúp: phím tắt</source>
        <translation>Help: keys</translation>
    </message>
    <message>
        <source>Đóng thứ gần nhất</source>
        <translation>Close the nearest thing</translation>
    </message>
    <message>
        <source>Bảng việc: chuyển thẻ sang cột bên; lịch: dời hạn một ngày</source>
        <translation>Board: move the card a column; calendar: move the deadline a day</translation>
    </message>
    <message>
        <source>Lịch: tháng trước, tháng sau</source>
        <translation>Calendar: previous, next month</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>Số liệu khác nhau</source>
        <translation>Differing values</translation>
    </message>
    <message>
        <source>Đề nghị chờ trả lời</source>
        <translation>Requests to answer</translation>
    </message>
    <message>
        <source>Đề nghị đã gửi</source>
        <translation>Requests we sent</translation>
    </message>
    <message>
        <source>Đã quyết định</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>Đổi lại</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Việc cần quyết định</source>
        <translation>Things to decide</translation>
    </message>
    <message>
        <source>Nhiệm vụ {stt}</source>
        <translation>Task {stt}</translation>
    </message>
    <message>
        <source>Giữ hay xoá nhiệm vụ</source>
        <translation>Keep or delete the task</translation>
    </message>
    <message>
        <source>Xoá</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Giữ</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>(trống)</source>
        <translation>(empty)</translation>
    </message>
    <message>
        <source>Cơ quan mình</source>
        <translation>Our office</translation>
    </message>
    <message>
        <source>Giữ của cơ quan mình</source>
        <translation>Keep ours</translation>
    </message>
    <message>
        <source>Nhận của {office}</source>
        <translation>Take that of {office}</translation>
    </message>
    <message>
        <source>Đã giữ của cơ quan mình</source>
        <translation>Ours was kept</translation>
    </message>
    <message>
        <source>Đã nhận của {office}</source>
        <translation>That of {office} was taken</translation>
    </message>
    <message>
        <source>Đã ghi giá trị khác</source>
        <translation>Another value was written</translation>
    </message>
    <message>
        <source>Ô {cell}, tệp {file}</source>
        <translation>Cell {cell}, file {file}</translation>
    </message>
    <message>
        <source>Nhận lúc {hour} ngày {day}</source>
        <translation>Received {hour} on {day}</translation>
    </message>
    <message>
        <source>Sửa lúc {hour} ngày {day}</source>
        <translation>Changed {hour} on {day}</translation>
    </message>
    <message>
        <source>Đề nghị gia hạn</source>
        <translation>Extension requested</translation>
    </message>
    <message>
        <source>Đề nghị xoá</source>
        <translation>Deletion requested</translation>
    </message>
    <message>
        <source>Đề nghị sửa {field}</source>
        <translation>Change requested: {field}</translation>
    </message>
    <message>
        <source>Gia hạn đến {value}</source>
        <translation>Extension to {value}</translation>
    </message>
    <message>
        <source>Xoá nhiệm vụ</source>
        <translation>Delete the task</translation>
    </message>
    <message>
        <source>Chờ trả lời</source>
        <translation>Awaiting answer</translation>
    </message>
    <message>
        <source>Đã chấp thuận</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>Không chấp thuận</source>
        <translation>Refused</translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>Nhiệm vụ</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Bảng việc</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>Lịch</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Trao đổi</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>qua tệp Excel</source>
        <translation>by Excel files</translation>
    </message>
</context>
</TS>
