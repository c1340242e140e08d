"""Printed pages: a page model and the one painter that draws it."""
