"""Qt widgets. Screens talk to services through `session.Session`, never to store or workbook.

How the parts meet:

- `theme` holds every colour, size and font; `icons`, `marks`, `painting`, `parts`, `notices`, `dialog` draw with it.
- A **view** (table, board, calendar) is a QWidget built with `(session, jobs)`. It may offer `bar_start` and
  `bar_end`, widgets that the shell puts at the two ends of the filter bar, and `hint()`, a line for the status bar.
  To add one: a line in `views.VIEWS`.
- A **page** (import, print preview) is a QWidget with a header of its own and a signal `closed`;
  `window.open_page(page)` lays it over the views until then.
- Every write goes through `Session`, whose `changed(Changes)` refreshes every screen. Long work goes through `jobs`.
- Connect methods of widgets to the session's signals, never lambdas: a method goes with its widget, a lambda stays.
- A new language, look or text size builds the screens again: a widget reads its words and tokens when it is made.
"""
