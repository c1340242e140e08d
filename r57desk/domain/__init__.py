"""What is true even on paper: tasks, deadlines, status, offices, working days, Vietnamese text, tallies."""
