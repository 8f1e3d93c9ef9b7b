"""Models in the window: the page that lists them, the licence gate, and the jobs with them."""
