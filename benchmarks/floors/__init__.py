"""The yardsticks. Each is the least that could be done for the same thing with the same tools."""
