"""r57desk: an offline register of the tasks assigned under Resolution 57-NQ/TW."""

__version__ = "0.1.0"
