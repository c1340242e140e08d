' What a person does in LibreOffice Calc, as steps read from a file: one a line, its words parted by tabs.
' Rows are found by what stands in the column of titles, columns by their header, as eyes find them.

Option Explicit

Const TITLE = "Nhiệm vụ"
Const DONE = "done"

Dim Document As Object
Dim Page As Object

Sub Main
	Dim Files As Object, Steps As Object, Report As Object, Said As String
	Files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
	Steps = createUnoService("com.sun.star.io.TextInputStream")
	Steps.setInputStream(Files.openFileRead(Environ("LIBREOFFICE_STEPS")))
	Steps.setEncoding("UTF-8")
	Report = createUnoService("com.sun.star.io.TextOutputStream")
	Report.setOutputStream(Files.openFileWrite(Environ("LIBREOFFICE_REPORT")))
	Report.setEncoding("UTF-8")
	On Error Goto Failed
	Do While Not Steps.isEOF()
		Said = Steps.readLine()
		If Said <> "" Then Act(Split(Said, Chr(9)))
	Loop
	Said = DONE
Failed:
	If Said <> DONE Then Said = Said & ": " & Error(Err) & " (" & Erl & ")"
	Report.writeString(Said)
	Report.closeOutput()
	StarDesktop.terminate()
End Sub

Sub Act(Words)
	Select Case Words(0)
		Case "open"
			Document = StarDesktop.loadComponentFromURL(Words(1), "_blank", 0, Array(Setting("Hidden", True)))
			Page = Document.Sheets.getByIndex(0)
		Case "save"
			Document.storeToURL(Words(1), Array(Setting("FilterName", Words(2))))
		Case "close"
			Document.close(True)
		Case "unprotect"
			Page.unprotect("")
			If Page.isProtected() Then Error 1000
		Case "sort"
			SortBy(Words(1), Words(2) = "down")
		Case "filter"
			FilterBy(Words(1), Words(2))
		Case "type"
			Enter(RowOf(Words(1)), Words(2), Words(3))
		Case "fill"
			Enter(BlankRow(Words(1)), Words(2), Words(3))
		Case "below"
			Enter(Area().EndRow + CLng(Words(1)), Words(2), Words(3))
		Case "remove"
			Page.Rows.removeByIndex(RowOf(Words(1)), 1)
		Case Else
			Error 5
	End Select
End Sub

Function Setting(Name As String, Value)
	Dim Made As New com.sun.star.beans.PropertyValue
	Made.Name = Name
	Made.Value = Value
	Setting = Made
End Function

' The range the filter buttons stand over.
Function Table() As Object
	Table = Document.getPropertyValue("UnnamedDatabaseRanges").getByTable(0)
End Function

Function Area()
	Area = Table().DataArea
End Function

Function ColumnOf(Header As String) As Long
	Dim Column As Long, Place
	Place = Area()
	For Column = Place.StartColumn To Place.EndColumn
		If Page.getCellByPosition(Column, Place.StartRow).getString() = Header Then
			ColumnOf = Column
			Exit Function
		End If
	Next
	Error 9
End Function

Function RowOf(Wanted As String) As Long
	Dim Row As Long, Column As Long, Place
	Place = Area()
	Column = ColumnOf(TITLE)
	For Row = Place.StartRow + 1 To Place.EndRow
		If Page.getCellByPosition(Column, Row).getString() = Wanted Then
			RowOf = Row
			Exit Function
		End If
	Next
	Error 9
End Function

' The last row but so many of the table; those at its end are ruled and blank.
Function BlankRow(FromEnd) As Long
	BlankRow = Area().EndRow - CLng(FromEnd)
	If Page.getCellByPosition(ColumnOf(TITLE), BlankRow).getString() <> "" Then Error 1001
End Function

' As typed: in a cell whose format is text it stays text, elsewhere 65% becomes a number.
Sub Enter(Row As Long, Header As String, Text As String)
	Dim Cell As Object, Whole As String
	Cell = Page.getCellByPosition(ColumnOf(Header), Row)
	Whole = Join(Split(Text, "\n"), Chr(10))
	If Document.NumberFormats.getByKey(Cell.NumberFormat).Type And com.sun.star.util.NumberFormat.TEXT Then
		Cell.setString(Whole)
	Else
		Cell.setFormula(Whole)
	End If
End Sub

Sub SortBy(Header As String, Down As Boolean)
	Dim Key As New com.sun.star.table.TableSortField
	Dim Place, Range As Object
	Place = Area()
	Range = Page.getCellRangeByPosition(Place.StartColumn, Place.StartRow, Place.EndColumn, Place.EndRow)
	Key.Field = ColumnOf(Header) - Place.StartColumn
	Key.IsAscending = Not Down
	Range.sort(Array(Setting("SortFields", Array(Key)), Setting("ContainsHeader", True)))
End Sub

Sub FilterBy(Header As String, Value As String)
	Dim Key As New com.sun.star.sheet.TableFilterField
	Dim Range As Object
	Range = Table()
	Key.Field = ColumnOf(Header) - Area().StartColumn
	Key.Operator = com.sun.star.sheet.FilterOperator.EQUAL
	Key.StringValue = Value
	Range.getFilterDescriptor().setFilterFields(Array(Key))
	Range.AutoFilter = True
	Range.refresh()
End Sub
