"""Files → documents: finding, reading, telling languages apart."""
