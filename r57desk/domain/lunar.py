"""The Vietnamese lunar calendar (UTC+7) for the small figure in a calendar cell, exact for 1990–2099.

A month begins on the day of the new moon, Vietnamese time. Month 11 is the one that holds the winter solstice.
When thirteen months lie between two such months, the first of them in which the sun enters no new twelfth of
its path (no "trung khí") is the leap month. Times of new moons and the sun's longitude follow the series of
J. Meeus, Astronomical Algorithms (1998), chapters 25 and 49; the rules are those Ho Ngoc Duc describes for the
Vietnamese calendar. New moons are good to some seconds; the three that fall within two minutes of midnight in
2072–2085 depend on how fast the earth will turn by then.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import floor, pi, radians, sin

_UTC_OFFSET = 7 / 24
_JULIAN_DAY_OF_ORDINAL_0 = 1721424.5  # Julian day at 0 h of proleptic day number 0
_SYNODIC_MONTH = 29.530588861
_FIRST_NEW_MOON = 2451550.09766  # 6 January 2000, dynamical time
_CENTURY = 36525.0
_J2000 = 2451545.0


@dataclass(frozen=True, slots=True)
class LunarDate:
    """A day of the lunar calendar; `leap` for a day of a leap month."""

    day: int
    month: int
    year: int
    leap: bool = False


@lru_cache(maxsize=1024)
def lunar_date(day: date) -> LunarDate:
    """The lunar date of a solar date in Vietnam."""
    number = day.toordinal()
    index = _month_index(number)
    begins = _new_moon_day(index)
    first = _month_eleven(day.year)  # the month of the solstice in December of this year
    if index < first:
        first = _month_eleven(day.year - 1)
    after = _month_eleven(_solar_year(first) + 1)
    leap_at = _leap_index(first, after)
    steps = index - first - (leap_at is not None and index >= leap_at)
    month = (10 + steps) % 12 + 1
    year = _solar_year(first) + (month < 11 or steps >= 12)
    return LunarDate(number - begins + 1, month, year, index == leap_at)


def lunar_label(day: date) -> str:
    """What a calendar cell shows: "1/8" on the first of a lunar month ("1/6N" of a leap one), else the day alone."""
    lunar = lunar_date(day)
    if lunar.day > 1:
        return str(lunar.day)
    return f"1/{lunar.month}{'N' if lunar.leap else ''}"


# -- months, counted by new moons since January 2000 ---------------------------------------------


def _month_index(number: int) -> int:
    """The index of the month a day (by ordinal) lies in."""
    guess = round((number + _JULIAN_DAY_OF_ORDINAL_0 - _FIRST_NEW_MOON) / _SYNODIC_MONTH) + 1
    while _new_moon_day(guess) > number:
        guess -= 1
    return guess


@lru_cache(maxsize=4096)
def _new_moon_day(index: int) -> int:
    """The ordinal of the day, Vietnamese time, on which month `index` begins."""
    return floor(_new_moon(index) + _UTC_OFFSET - _JULIAN_DAY_OF_ORDINAL_0)


@lru_cache(maxsize=256)
def _month_eleven(year: int) -> int:
    """The index of the month that holds the winter solstice of `year`."""
    index = _month_index(date(year, 12, 31).toordinal())
    # The sun passes 270° on 21 or 22 December: it is still before that when this month begins, or one month back.
    return index if _sun_twelfth(index) < 9 else index - 1


def _solar_year(month_eleven: int) -> int:
    """The solar year in which a month 11 begins (late November or December)."""
    return date.fromordinal(_new_moon_day(month_eleven)).year


@lru_cache(maxsize=256)
def _leap_index(first: int, after: int) -> int | None:
    """The leap month between two months 11, or None in a year of twelve months."""
    if after - first < 13:
        return None
    return next(index for index in range(first + 1, after) if _sun_twelfth(index) == _sun_twelfth(index + 1))


# -- the sky -------------------------------------------------------------------------------------


def _sun_twelfth(index: int) -> int:
    """Which twelfth of its path (0 from the spring equinox) the sun stands in when the day of new moon `index` begins."""
    midnight = _new_moon_day(index) + _JULIAN_DAY_OF_ORDINAL_0 - _UTC_OFFSET
    return floor(_sun_longitude(midnight) / (pi / 6))


def _sun_longitude(julian_day: float) -> float:
    """Apparent longitude of the sun in radians, 0 to 2π (Meeus, chapter 25, low accuracy: 0.01°)."""
    t = (julian_day + _clock_drift(julian_day) - _J2000) / _CENTURY
    mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t
    anomaly = radians(357.52911 + 35999.05029 * t - 0.0001537 * t * t)
    centre = (1.914602 - 0.004817 * t) * sin(anomaly) + (0.019993 - 0.000101 * t) * sin(2 * anomaly)
    centre += 0.000289 * sin(3 * anomaly)
    node = radians(125.04 - 1934.136 * t)
    return radians(mean + centre - 0.00569 - 0.00478 * sin(node)) % (2 * pi)


# Terms of the true phase at new moon: coefficient in days, power of the eccentricity factor, and multiples of the
# sun's anomaly, the moon's anomaly, the moon's argument of latitude, the node (Meeus, table 49.A).
_NEW_MOON_TERMS: tuple[tuple[float, int, int, int, int, int], ...] = (
    (-0.40720, 0, 0, 1, 0, 0),
    (0.17241, 1, 1, 0, 0, 0),
    (0.01608, 0, 0, 2, 0, 0),
    (0.01039, 0, 0, 0, 2, 0),
    (0.00739, 1, -1, 1, 0, 0),
    (-0.00514, 1, 1, 1, 0, 0),
    (0.00208, 2, 2, 0, 0, 0),
    (-0.00111, 0, 0, 1, -2, 0),
    (-0.00057, 0, 0, 1, 2, 0),
    (0.00056, 1, 1, 2, 0, 0),
    (-0.00042, 0, 0, 3, 0, 0),
    (0.00042, 1, 1, 0, 2, 0),
    (0.00038, 1, 1, 0, -2, 0),
    (-0.00024, 1, -1, 2, 0, 0),
    (-0.00017, 0, 0, 0, 0, 1),
    (-0.00007, 0, 2, 1, 0, 0),
    (0.00004, 0, 0, 2, -2, 0),
    (0.00004, 0, 3, 0, 0, 0),
    (0.00003, 0, 1, 1, -2, 0),
    (0.00003, 0, 0, 2, 2, 0),
    (-0.00003, 0, 1, 1, 2, 0),
    (0.00003, 0, -1, 1, 2, 0),
    (-0.00002, 0, -1, 1, -2, 0),
    (-0.00002, 0, 1, 3, 0, 0),
    (0.00002, 0, 0, 4, 0, 0),
)
# The planets: millionths of a day, degrees at new moon 0, degrees each new moon (Meeus, page 351).
_PLANET_TERMS: tuple[tuple[int, float, float], ...] = (
    (325, 299.77, 0.107408),
    (165, 251.88, 0.016321),
    (164, 251.83, 26.651886),
    (126, 349.42, 36.412478),
    (110, 84.66, 18.206239),
    (62, 141.74, 53.303771),
    (60, 207.14, 2.453732),
    (56, 154.84, 7.306860),
    (47, 34.52, 27.261239),
    (42, 207.19, 0.121824),
    (40, 291.34, 1.844379),
    (37, 161.72, 24.198154),
    (35, 239.56, 25.513099),
    (23, 331.55, 3.592518),
)


def _new_moon(index: int) -> float:
    """The Julian day (universal time) of new moon `index`, 0 in January 2000."""
    t = index / 1236.85
    mean = _FIRST_NEW_MOON + _SYNODIC_MONTH * index + 0.00015437 * t * t
    eccentricity = 1 - 0.002516 * t - 0.0000074 * t * t
    sun = radians(2.5534 + 29.10535670 * index - 0.0000014 * t * t)
    moon = radians(201.5643 + 385.81693528 * index + 0.0107582 * t * t)
    latitude = radians(160.7108 + 390.67050284 * index - 0.0016118 * t * t)
    node = radians(124.7746 - 1.56375588 * index + 0.0020672 * t * t)
    shift = sum(
        size * eccentricity**power * sin(a * sun + b * moon + c * latitude + d * node)
        for size, power, a, b, c, d in _NEW_MOON_TERMS
    )
    planets = sum(size * sin(radians(start + rate * index)) for size, start, rate in _PLANET_TERMS) / 1e6
    return mean + shift + planets - _clock_drift(mean)


def _clock_drift(julian_day: float) -> float:
    """Dynamical less universal time in days: the polynomials of Espenak and Meeus (NASA eclipse pages)."""
    year = 2000 + (julian_day - _J2000) / 365.25
    since = year - 2000
    if year < 2005:
        seconds = 63.86 + 0.3345 * since - 0.060374 * since**2 + 0.0017275 * since**3
    elif year < 2050:
        seconds = 62.92 + 0.32217 * since + 0.005589 * since**2
    else:
        seconds = -20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year)
    return seconds / 86400
