"""OpenLink Virtuoso as Debian packages it (virtuoso-opensource): one process in the foreground, databases in its own folder."""

import os
import shutil
import subprocess

import rows
from server import Failed, Server, Unavailable

INI = """\
[Database]
DatabaseFile = {db}/virtuoso.db
ErrorLogFile = {db}/virtuoso.log
LockFile = {db}/virtuoso.lck
TransactionFile = {db}/virtuoso.trx
xa_persistent_file = {db}/virtuoso.pxa
FileExtend = 200
TempStorage = TempDatabase

[TempDatabase]
DatabaseFile = {db}/temporary.db
TransactionFile = {db}/temporary.trx

[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {data}
VADInstallDir = {data}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
CheckpointInterval = 60
ThreadsPerQuery = 2
SchedulerInterval = 10

[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {web}
ServerThreads = 10
MaxKeepAlives = 10
KeepAliveTimeout = 10
Charset = UTF-8

[SPARQL]
ResultSetMaxRows = 1000000

[URIQA]
DynamicLocal = 0
DefaultHost = 127.0.0.1:{http}
"""

# The user may write through SPARQL Update and the graph store, and nothing else; nobody may only read and ask for a checkpoint.
RIGHTS = """\
DB.DBA.USER_CREATE ('{user}', '{password}');
GRANT SPARQL_UPDATE TO "{user}";
GRANT SPARQL_SELECT TO "{user}";
CREATE PROCEDURE DB.DBA.MUSCLEKG_CHECKPOINT () {{ EXEC ('checkpoint'); RETURN 1; }};
GRANT EXECUTE ON DB.DBA.MUSCLEKG_CHECKPOINT TO "SPARQL";
set password "dba" "{administrator}";
"""


class Virtuoso(Server):
    name = "virtuoso"
    ports_needed = 2

    def require(self):
        if not (shutil.which("virtuoso-t") and shutil.which("isql-vt")):
            raise Unavailable("Debian's package virtuoso-opensource is not installed")

    def prepare(self):
        shutil.rmtree(self.folder / "db", ignore_errors=True)
        for each in ("db", "data", "web"):
            (self.folder / each).mkdir(exist_ok=True)
        http, sql = self.ports
        (self.folder / "virtuoso.ini").write_text(INI.format(
            db=self.folder / "db", data=self.folder / "data", web=self.folder / "web", http=http, sql=sql))

    def command(self):
        return ["virtuoso-t", "+configfile", str(self.folder / "virtuoso.ini"), "+foreground", "+wait"]

    def first_start(self):
        """Make the user and set a new password for the administrator. All is sent on standard input."""
        script = RIGHTS.format(user=self.user, password=self.password, administrator=os.urandom(12).hex())
        said = subprocess.run(["isql-vt", f"127.0.0.1:{self.ports[1]}", "dba", "dba", "VERBOSE=OFF", "BANNER=OFF", "PROMPT=OFF",
                               "ERRORS=STDOUT"], input=script, capture_output=True, text=True, timeout=60, check=False)
        # isql exits 0 on errors of SQL, too.
        if said.returncode != 0 or "*** Error" in said.stdout:
            raise Failed(f"isql-vt: {said.stdout}{said.stderr}".replace(self.password, "***"))

    @property
    def query_path(self):
        return "/sparql"

    def settle(self):
        """Virtuoso 7.2.5 now and then loses triples that it had acknowledged when it replays its log after a kill (in about half
        of our runs, with another graph that has some of the same triples); not those of its last checkpoint."""
        rows.select(self.query, "SELECT (<sql:MUSCLEKG_CHECKPOINT>() AS ?done) WHERE {}")

    def version(self):
        said = subprocess.run(["virtuoso-t", "-?"], capture_output=True, text=True, check=False)
        words = (said.stdout + said.stderr).split("Version ")
        return "Virtuoso " + (words[1].split()[0] if len(words) > 1 else "?").split("-")[0]
