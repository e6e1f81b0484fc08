"""The desk: a page on one's own machine to walk through what is worth a look, `attrib review --serve`.

    desk.Desk(database, by=…, port=…).app     the ASGI application
    serve.serve_desk(database, …)             serves it on 127.0.0.1 until interrupted

It writes judgements into the working database. Nothing of it is part of the published site.
"""
