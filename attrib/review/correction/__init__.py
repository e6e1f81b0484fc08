"""Corrected annotation back into the database: what people changed in an export becomes rows of `judgements`.

bringing.bring_back(db, xmi.read_uima(path), judge)       what `attrib import uima` does
bringing.bring_back(db, jsonl.read_jsonl(path), judge)    the same from the nested JSON Lines
"""
