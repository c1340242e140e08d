"""Excel workbooks: the only room that knows sheets and cells."""
