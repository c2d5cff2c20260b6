"""Reports that are translations of reports in another language: told by what survives translation, sentence by sentence."""
