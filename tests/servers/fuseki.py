"""Apache Jena Fuseki from Maven Central (fuseki.pom.xml): TDB2 in its own folder, every request needs the password (basic)."""

import os
import shutil
import subprocess

from server import JUDGES, ROOT, Server, Unavailable

# Queries at /query see the default graph as it is, those at /union the union of the named graphs, the way a user sets it up.
CONFIGURATION = """\
PREFIX : <urn:musclekg:servers:>
PREFIX fuseki: <http://jena.apache.org/fuseki#>
PREFIX ja: <http://jena.hpl.hp.com/2005/11/Assembler#>
PREFIX tdb2: <http://jena.apache.org/2016/tdb#>

[] a fuseki:Server ; fuseki:services ( :service ) .
:service a fuseki:Service ;
  fuseki:name "ds" ;
  fuseki:dataset :dataset ;
  fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "query" ] ;
  fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "union" ;
                    ja:context [ ja:cxtName "tdb2:unionDefaultGraph" ; ja:cxtValue true ] ] ;
  fuseki:endpoint [ fuseki:operation fuseki:update ; fuseki:name "update" ] ;
  fuseki:endpoint [ fuseki:operation fuseki:gsp-rw ; fuseki:name "data" ] .
:dataset a tdb2:DatasetTDB2 ; tdb2:location "{location}" .
"""


class Fuseki(Server):
    name = "fuseki"
    jars = JUDGES / "fuseki"

    def require(self):
        if not shutil.which("java"):
            raise Unavailable("java is not installed (Debian's package default-jre-headless)")
        if any(self.jars.glob("jena-fuseki-main-*.jar")):
            return
        if not shutil.which("mvn"):
            raise Unavailable("mvn is not installed (Debian's package maven)")
        fetched = subprocess.run(["mvn", "-q", "-B", "-f", str(ROOT / "tests/servers/fuseki.pom.xml"), "dependency:copy-dependencies",
                                  f"-DoutputDirectory={self.jars}"], capture_output=True, text=True, check=False)
        if fetched.returncode != 0:
            shutil.rmtree(self.jars, ignore_errors=True)
            raise Unavailable(f"Maven cannot fetch Fuseki: {fetched.stdout[-400:].strip()}")

    def prepare(self):
        (self.folder / "tdb").mkdir(exist_ok=True)
        (self.folder / "fuseki.ttl").write_text(CONFIGURATION.format(location=self.folder / "tdb"))
        passwords = self.folder / "passwords"
        passwords.touch(mode=0o600)
        passwords.write_text(f"{self.user}: {self.password}\n")

    def environment(self):
        return {**os.environ, "FUSEKI_BASE": str(self.folder)}

    def command(self):
        return ["java", "-Xmx1g", "-cp", f"{self.jars}/*", "org.apache.jena.fuseki.main.cmds.FusekiMainCmd", "--localhost",
                f"--port={self.ports[0]}", f"--passwd={self.folder / 'passwords'}", "--auth=basic", "--config", str(self.folder / "fuseki.ttl")]

    @property
    def base(self):
        return super().base + "/ds"

    @property
    def query_path(self):
        return "/union"

    def version(self):
        jar = next(self.jars.glob("jena-fuseki-main-*.jar"))
        return "Fuseki " + jar.stem.rsplit("-", 1)[1]
