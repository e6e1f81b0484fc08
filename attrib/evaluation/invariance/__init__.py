"""Invariance tests: cases rewritten so that nothing of what is found in them may change, up to the change itself.

After CheckList (Ribeiro et al. 2020, https://aclanthology.org/2020.acl-main.442): a case that is right today is
rewritten by each of the `perturbations` that applies to it, annotated again, and compared statement by statement
(`comparison` says what must be equal).
"""
