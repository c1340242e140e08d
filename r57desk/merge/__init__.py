"""Edits, deltas and the fold that turns them into rows. Pure; standard library only."""
