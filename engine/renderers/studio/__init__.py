"""The embedded renderer: real geometry, light and typography, nothing to download."""
