"""The one place that asks what day it is; `R57DESK_TODAY=YYYY-MM-DD` fixes the answer."""

from __future__ import annotations

import os
from datetime import date, datetime

from r57desk.errors import DeskError

_VARIABLE = "R57DESK_TODAY"


def today() -> date:
    """Today, or the date in R57DESK_TODAY; raises DeskError if that is not a date."""
    fixed = os.environ.get(_VARIABLE)
    if not fixed:
        return date.today()
    try:
        return date.fromisoformat(fixed)
    except ValueError as error:
        raise DeskError("today_not_a_date", value=fixed) from error


def now() -> str:
    """The local time to the second, ISO 8601: a claim for display, never used to decide anything."""
    time = datetime.now().replace(microsecond=0)
    if os.environ.get(_VARIABLE):
        time = datetime.combine(today(), time.time())
    return time.isoformat()
