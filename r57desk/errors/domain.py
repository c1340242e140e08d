"""What a person typed that has no meaning: queries, codes of offices."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "query_unknown_field": (
        "Không lọc được theo “{field}”. Sổ không có trường này. Các trường dùng được: {known}. Để tìm đúng các chữ này, đặt chúng trong dấu ngoặc kép.",
        "Cannot filter by “{field}”. The register has no such field. Fields: {known}. To search for these very letters, put them in quotation marks.",
    ),
    "query_unknown_value": (
        "Không lọc được “{field}:{value}”. Trường này chỉ nhận: {known}.",
        "Cannot filter by “{field}:{value}”. This field takes only: {known}.",
    ),
    "query_bad_date": (
        "Không lọc được “{field}:{value}”. Đây không phải là ngày. Ghi 2025-08-31, 31/08/2025, 2025-08 hoặc 2025.",
        "Cannot filter by “{field}:{value}”. This is not a date. Write 2025-08-31, 31/08/2025, 2025-08 or 2025.",
    ),
    "query_bad_number": (
        "Không lọc được “{field}:{value}”. Đây không phải là một số từ 0 đến 100.",
        "Cannot filter by “{field}:{value}”. This is not a number from 0 to 100.",
    ),
    "query_no_order": (
        "Không lọc được “{field}:{operator}…”. Chỉ ngày và phần trăm so sánh được lớn hơn, nhỏ hơn.",
        "Cannot filter by “{field}:{operator}…”. Only dates and percentages can be compared.",
    ),
    "query_open_quote": (
        'Không đọc được điều kiện lọc. Thiếu dấu ngoặc kép đóng sau {text}. Thêm dấu " vào cuối.',
        'The filter cannot be read. The quotation mark before {text} is never closed. Add a " at the end.',
    ),
    "office_code_wrong": (
        "“{code}” không phải mã cơ quan. Sổ không thay đổi. Mã có dạng 01, 00004, 01.SKHCN hoặc TW.BKHCN.",
        "“{code}” is not an office code. The register is unchanged. Codes look like 01, 00004, 01.SKHCN or TW.BKHCN.",
    ),
    "office_is_central": (
        "“{code}” chỉ là phần đầu của mã các cơ quan Trung ương, chưa phải một cơ quan. Sổ không thay đổi. Ghi đủ mã, ví dụ TW.BKHCN.",
        "“{code}” only begins the codes of central bodies and names none of them. The register is unchanged. Give the whole code, such as TW.BKHCN.",
    ),
}
