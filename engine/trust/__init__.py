"""Trust: where a picture comes from, and that nothing leaves this machine."""
