"""How the critics that ship as ONNX files were made: each module is a script that makes its file again from nothing."""
