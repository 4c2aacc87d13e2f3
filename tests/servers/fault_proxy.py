"""A reverse proxy on the loopback address between the program and a server, which fails as a test says.

Faults are for requests that write and carry what the server asks for, so that they meet a load and not its counting; each is used
up before the next one acts. The proxy can ask for a password itself (basic), for servers that cannot.
"""

import base64
import http.client
import re
import socket
import threading
import urllib.parse
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "expect", "te", "trailer", "upgrade", "proxy-connection", "host"}
CHANGES = re.compile(rb"\b(INSERT|DELETE|MOVE|COPY|ADD|DROP|CLEAR|CREATE|LOAD)\b", re.I)


@dataclass
class Answer:
    """The proxy answers so many writing requests itself; the server does not see them."""
    status: int
    body: str = ""
    times: int = 1
    headers: dict = field(default_factory=dict)


@dataclass
class Cut:
    """The server gets this share of the body (all: 1.0), then the callback runs and both connections are broken.

    skip: how many writing requests pass before.
    """
    share: float
    callback: object = None
    skip: int = 0
    times: int = 1


@dataclass
class Seen:
    """A request as it came: status is what was answered, 0 where the connection was broken."""
    method: str
    path: str
    writes: bool
    authorized: bool
    size: int
    status: int = 0


class FaultProxy:
    """Context manager. `base` stands for the server's base in what the program is told."""

    def __init__(self, server):
        self.server = server
        self.demanded = None if server.asks_for_password else f"{server.user}:{server.password}"
        self.seen = []
        self.faults = []
        self.lock = threading.Lock()

    def __enter__(self):
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def handle_one_request(self):
                try:
                    super().handle_one_request()
                except (ConnectionError, TimeoutError):
                    self.close_connection = True

            def log_message(self, *_):
                pass

            def do_any(self):
                proxy.pass_on(self)

            do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = do_any

        self.listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.listener.daemon_threads = True
        self.listener.block_on_close = False
        self.thread = threading.Thread(target=self.listener.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.listener.shutdown()
        self.listener.server_close()

    @property
    def base(self):
        return self.through(self.server.base)

    @property
    def query(self):
        return self.through(self.server.query)

    def through(self, url):
        return url.replace(f":{self.server.ports[0]}", f":{self.listener.server_address[1]}", 1)

    def plan(self, *faults):
        """What goes wrong from now on; also forgets the requests seen so far."""
        with self.lock:
            self.faults = list(faults)
            self.seen = []

    def writes(self):
        """The requests so far that write and carry what the server asks for."""
        return [each for each in self.seen if each.writes and each.authorized]

    def refused(self, header):
        """Whether the proxy itself asks for a password and this is not it."""
        if self.demanded is None:
            return False
        given = (header or "").split(" ", 1)
        return len(given) < 2 or given[0].lower() != "basic" or base64.b64decode(given[1]).decode() != self.demanded

    def next_fault(self):
        """The fault for a writing request, or None."""
        with self.lock:
            if not self.faults:
                return None
            fault = self.faults[0]
            if getattr(fault, "skip", 0) > 0:
                fault.skip -= 1
                return None
            fault.times -= 1
            if fault.times <= 0:
                self.faults.pop(0)
            return fault

    # One request.

    def pass_on(self, request):
        body = read_body(request)
        header = request.headers.get("Authorization")
        writes = is_change(request.command, request.path, request.headers.get("Content-Type", ""), body)
        # An empty body is how digest's first round asks for the challenge.
        seen = Seen(request.command, request.path, writes, header is not None, len(body))
        self.seen.append(seen)
        if self.refused(header):
            seen.authorized = False
            answer(request, seen, 401, b"A password is needed.\n", {"WWW-Authenticate": 'Basic realm="store"', "Content-Type": "text/plain"})
            return
        fault = self.next_fault() if seen.writes and seen.authorized else None
        if isinstance(fault, Answer):
            answer(request, seen, fault.status, fault.body.encode(), {"Content-Type": "text/plain; charset=utf-8", **fault.headers})
            return
        connection = http.client.HTTPConnection("127.0.0.1", self.server.ports[0], timeout=300)
        try:
            self.forward(request, connection, body, fault, seen)
        except (OSError, http.client.HTTPException):
            break_off(request)
        finally:
            connection.close()

    def forward(self, request, connection, body, fault, seen):
        connection.putrequest(request.command, request.path, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", f"127.0.0.1:{self.server.ports[0]}")
        for name, value in request.headers.items():
            if name.lower() not in HOP_BY_HOP | {"content-length"}:
                connection.putheader(name, value)
        if body or request.command in ("PUT", "POST"):
            connection.putheader("Content-Length", str(len(body)))
        connection.endheaders()
        if isinstance(fault, Cut):
            connection.send(body[:int(len(body) * fault.share)])
            if fault.callback:
                fault.callback()
            break_off(request)
            return
        try:
            connection.send(body)
        except ConnectionError:
            pass  # A server may refuse before it has read all: its answer is still there.
        got = connection.getresponse()
        text = got.read()
        headers = {name: value for name, value in got.getheaders() if name.lower() not in HOP_BY_HOP | {"content-length", "date", "server"}}
        answer(request, seen, got.status, text, headers)


def read_body(request):
    if "chunked" not in request.headers.get("Transfer-Encoding", "").lower():
        return request.rfile.read(int(request.headers.get("Content-Length") or 0))
    chunks = []
    while size := int(request.rfile.readline().split(b";")[0], 16):
        chunks.append(request.rfile.read(size))
        request.rfile.readline()
    while request.rfile.readline().strip():
        pass
    return b"".join(chunks)


def is_change(method, path, content_type, body):
    """Whether a request of the SPARQL protocol or the graph store protocol changes data."""
    if method in ("PUT", "DELETE", "PATCH"):
        return True
    query = urllib.parse.urlsplit(path).query
    if method != "POST":
        return bool(CHANGES.search(urllib.parse.unquote_to_bytes(query)))
    kind = content_type.split(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        return bool(CHANGES.search(urllib.parse.unquote_to_bytes(body.replace(b"+", b" "))))
    return kind != "application/sparql-query" or bool(CHANGES.search(body))


def answer(request, seen, status, body, headers):
    seen.status = status
    request.send_response(status)
    for name, value in headers.items():
        request.send_header(name, value)
    if status != 204:
        request.send_header("Content-Length", str(len(body)))
    request.end_headers()
    if request.command != "HEAD":
        request.wfile.write(body)


def break_off(request):
    """Close the connection in a way that the other side cannot take for an end: with a reset."""
    request.close_connection = True
    try:
        request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        request.connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
