"""r57desk: an offline register of the tasks assigned under Resolution 57-NQ/TW."""

import gc

__version__ = "0.1.0"

# Modules, Qt's classes, rows of a list: nearly everything the program makes stays a while. Looking for garbage after
# every 700 objects took a tenth of the start of a window and of an import.
gc.set_threshold(50_000, 20, 50)
