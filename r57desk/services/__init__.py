"""What a user can do: one public verb per use case; transactions begin and end here."""
