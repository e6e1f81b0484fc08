"""Addresses → articles: the only part of attrib that fetches pages, those that users name and the entries of feeds.

address.parse(text)          an address that may be asked for
transfer.Transfer            one request, to a host whose numeric address was looked at
robots.Robots                what a site lets programs fetch, and how often
visit.Visitor                one address through all its redirects, politely
media.format_of(page)        by which reader a page is read
fetching.Fetcher             every article behind addresses, or why there is none
"""
