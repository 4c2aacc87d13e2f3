// Requests over HTTP: credentials, redirects, retries, limits.

#include "store/http.h"

#include <sys/stat.h>

#include "http_server.h"
#include "store/credentials.h"
#include "test.h"

namespace musclekg::test {
namespace {

HttpOptions quick(std::string user = {}, std::string password = {}) {
  HttpOptions options;
  options.credentials = {std::move(user), std::move(password)};
  options.first_pause = std::chrono::milliseconds(10);
  options.connect_timeout = std::chrono::seconds(5);
  return options;
}

HttpRequest getting(const std::string& url) {
  HttpRequest request;
  request.url = url;
  return request;
}

HttpRequest putting(const std::string& url, std::string body) {
  HttpRequest request;
  request.method = "PUT";
  request.url = url;
  request.content_type = "application/n-triples";
  request.body = std::move(body);
  return request;
}

std::string failure_of(const HttpOptions& options, const HttpRequest& request) {
  try {
    HttpClient(options).send(request);
  } catch (const HttpFailure& failure) {
    return failure.what();
  }
  return "no failure";
}

TEST(Http, SendsABodyAndGivesTheAnswerBack) {
  HttpServer server([](const ServedRequest&) { return ServedAnswer{201, "made\n", {"Content-Type: text/plain"}}; });
  std::uint64_t last = 0;
  HttpRequest request = putting(server.url("/g?graph=x"), "<urn:a> <urn:b> <urn:c> .\n");
  request.progress = [&last](std::uint64_t sent, std::uint64_t) { last = sent; };
  const HttpResponse response = HttpClient(quick()).send(request);
  EXPECT_EQ(response.status, 201);
  EXPECT_EQ(response.status_line, "HTTP/1.1 201 Created");
  EXPECT_EQ(response.content_type, "text/plain");
  EXPECT_EQ(response.body, "made\n");
  EXPECT_EQ(last, request.body.size());
  ASSERT_EQ(server.requests().size(), 1u);
  EXPECT_EQ(server.requests()[0].method, "PUT");
  EXPECT_EQ(server.requests()[0].target, "/g?graph=x");
  EXPECT_EQ(server.requests()[0].body, request.body);
  EXPECT_EQ(server.requests()[0].field("content-type"), "application/n-triples");
}

TEST(Http, StreamsAFile) {
  const TemporaryFolder folder;
  HttpServer server([](const ServedRequest&) { return ServedAnswer{}; });
  HttpRequest request = putting(server.url("/"), {});
  const std::string text(3'000'000, 'x');
  request.body_file = folder.write("body", text);
  EXPECT_TRUE(HttpClient(quick()).send(request).ok());
  EXPECT_EQ(server.requests()[0].body, text);
}

TEST(Http, GivesBasicCredentialsWhenAskedAndThenAtOnce) {
  HttpServer server([](const ServedRequest& request) {
    if (request.field("authorization") == "Basic dTpwOnE=") return ServedAnswer{200, "in"};
    return ServedAnswer{401, "", {"WWW-Authenticate: Basic realm=\"x\""}};
  });
  HttpClient client(quick("u", "p:q"));
  EXPECT_EQ(client.send(putting(server.url("/"), "first")).body, "in");
  EXPECT_EQ(client.send(putting(server.url("/"), "second")).body, "in");
  const auto requests = server.requests();
  ASSERT_EQ(requests.size(), 3u);
  EXPECT_EQ(requests[0].field("authorization"), "");
  EXPECT_EQ(requests[1].body, "first");
  EXPECT_EQ(requests[2].body, "second");
}

TEST(Http, GivesDigestCredentialsRatherThanBasicOnes) {
  HttpServer server([](const ServedRequest& request) {
    if (request.field("authorization").starts_with("Digest ")) return ServedAnswer{200, "in"};
    return ServedAnswer{
        401,
        "",
        {"WWW-Authenticate: Basic realm=\"x\"", "WWW-Authenticate: Digest realm=\"x\", nonce=\"n1\", qop=\"auth\", algorithm=MD5"}};
  });
  HttpClient client(quick("dba", "secret"));
  EXPECT_EQ(client.send(putting(server.url("/g"), "lines")).body, "in");
  const ServedRequest last = server.requests().back();
  EXPECT_EQ(last.body, "lines");
  const std::string sent = last.field("authorization");
  EXPECT_NE(sent.find("username=\"dba\""), std::string::npos) << sent;
  EXPECT_NE(sent.find("uri=\"/g\""), std::string::npos) << sent;
  EXPECT_EQ(sent.find("secret"), std::string::npos) << sent;
}

TEST(Http, TakesARefusedPasswordForTheAnswer) {
  HttpServer server([](const ServedRequest&) { return ServedAnswer{401, "who are you", {"WWW-Authenticate: Basic realm=\"x\""}}; });
  const HttpResponse response = HttpClient(quick("u", "wrong")).send(getting(server.url("/")));
  EXPECT_EQ(response.status, 401);
  EXPECT_EQ(response.body, "who are you");
  EXPECT_EQ(response.attempts, 1u);
  EXPECT_EQ(server.requests().size(), 2u);
}

TEST(Http, TriesAgainAfterAnAnswerOfBeingBusy) {
  int count = 0;
  HttpServer server([&count](const ServedRequest&) { return ++count < 3 ? ServedAnswer{503, "busy"} : ServedAnswer{200, "done"}; });
  const HttpResponse response = HttpClient(quick()).send(putting(server.url("/"), "body"));
  EXPECT_EQ(response.body, "done");
  EXPECT_EQ(response.attempts, 3u);
  for (const ServedRequest& request : server.requests()) EXPECT_EQ(request.body, "body");
}

TEST(Http, GivesTheLastAnswerWhenTheServerStaysBusy) {
  HttpServer server([](const ServedRequest&) { return ServedAnswer{503, "busy"}; });
  HttpOptions options = quick();
  options.retries = 2;
  const HttpResponse response = HttpClient(options).send(getting(server.url("/")));
  EXPECT_EQ(response.status, 503);
  EXPECT_EQ(response.attempts, 3u);
}

TEST(Http, ObeysRetryAfter) {
  int count = 0;
  HttpServer server([&count](const ServedRequest&) { return ++count < 2 ? ServedAnswer{503, "", {"Retry-After: 1"}} : ServedAnswer{}; });
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_TRUE(HttpClient(quick()).send(getting(server.url("/"))).ok());
  EXPECT_GE(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(950));
}

TEST(Http, TriesAgainAfterABrokenConnectionWhatCanBeRepeated) {
  int count = 0;
  HttpServer server([&count](const ServedRequest&) {
    ServedAnswer answer{200, "0123456789"};
    ++count;
    answer.close = count == 1;
    answer.cut = count == 2;
    return answer;
  });
  const HttpResponse response = HttpClient(quick()).send(putting(server.url("/"), "x"));
  EXPECT_EQ(response.body, "0123456789");
  EXPECT_EQ(response.attempts, 3u);
}

TEST(Http, SendsOnceWhatMustNotBeRepeated) {
  HttpServer server([](const ServedRequest&) {
    ServedAnswer answer;
    answer.close = true;
    return answer;
  });
  HttpRequest request = putting(server.url("/"), "x");
  request.repeatable = false;
  const std::string words = failure_of(quick(), request);
  EXPECT_NE(words.find("no answer"), std::string::npos) << words;
  EXPECT_EQ(server.requests().size(), 1u);
}

TEST(Http, TellsThatNothingListens) {
  std::string url;
  {
    HttpServer server([](const ServedRequest&) { return ServedAnswer{}; });
    url = server.url("/");
  }
  HttpOptions options = quick();
  options.retries = 1;
  try {
    HttpClient(options).send(putting(url, "x"));
    FAIL();
  } catch (const HttpFailure& failure) {
    EXPECT_FALSE(failure.sent());
    EXPECT_NE(std::string(failure.what()).find("(2 attempts)"), std::string::npos) << failure.what();
  }
}

TEST(Http, GivesASilentServerUp) {
  HttpServer server([](const ServedRequest&) {
    ServedAnswer answer;
    answer.silent = true;
    return answer;
  });
  HttpOptions options = quick();
  options.answer_timeout = std::chrono::seconds(1);
  options.retries = 0;
  EXPECT_NE(failure_of(options, getting(server.url("/"))).find("no answer"), std::string::npos);
}

TEST(Http, TakesARefusalBeforeTheBodyIsWhole) {
  HttpServer server([](const ServedRequest&) { return ServedAnswer{507, "disk full"}; }, [](const ServedRequest&) { return true; });
  const HttpResponse response = HttpClient(quick()).send(putting(server.url("/"), std::string(20'000'000, 'x')));
  EXPECT_EQ(response.status, 507);
  EXPECT_EQ(response.body, "disk full");
}

TEST(Http, LimitsTheAnswer) {
  HttpServer server([](const ServedRequest&) { return ServedAnswer{200, std::string(1000, 'x')}; });
  HttpRequest request = getting(server.url("/"));
  request.body_limit = 999;
  EXPECT_NE(failure_of(quick(), request).find("longer than 999 bytes"), std::string::npos);
}

TEST(Http, GivesAnotherHostNoCredentials) {
  HttpServer other([](const ServedRequest&) { return ServedAnswer{401, "other", {"WWW-Authenticate: Basic realm=\"y\""}}; });
  HttpServer server([&other](const ServedRequest& request) {
    if (request.field("authorization").empty()) return ServedAnswer{401, "", {"WWW-Authenticate: Basic realm=\"x\""}};
    return ServedAnswer{307, "", {"Location: " + other.url("/there", "localhost")}};
  });
  const HttpResponse response = HttpClient(quick("u", "p")).send(putting(server.url("/"), "body"));
  EXPECT_EQ(response.status, 401);
  EXPECT_EQ(response.body, "other");
  ASSERT_EQ(other.requests().size(), 1u);
  EXPECT_EQ(other.requests()[0].field("authorization"), "");
  EXPECT_EQ(other.requests()[0].method, "PUT");
  EXPECT_EQ(other.requests()[0].body, "body");
}

TEST(Http, SendsNoPasswordReadablyToOtherMachines) {
  HttpServer proxy([](const ServedRequest&) { return ServedAnswer{401, "", {"WWW-Authenticate: Basic realm=\"x\""}}; });
  ::setenv("http_proxy", proxy.url().c_str(), 1);
  const std::string words = failure_of(quick("u", "secret"), getting("http://database.example/sparql"));
  ::unsetenv("http_proxy");
  EXPECT_NE(words.find("readably over plain http; use https"), std::string::npos) << words;
  ASSERT_EQ(proxy.requests().size(), 1u);
  EXPECT_EQ(proxy.requests()[0].field("authorization"), "");
}

TEST(Http, RefusesRedirectsThatLoseTheMethod) {
  HttpServer server([](const ServedRequest&) { return ServedAnswer{302, "", {"Location: /there"}}; });
  EXPECT_NE(failure_of(quick(), putting(server.url("/"), "x")).find("does not keep the method"), std::string::npos);
  EXPECT_NE(failure_of(quick(), getting(server.url("/"))).find("more than 5 redirects"), std::string::npos);
}

TEST(Http, RefusesRedirectsToOtherSchemes) {
  HttpServer server([](const ServedRequest&) { return ServedAnswer{302, "", {"Location: file:///etc/passwd"}}; });
  EXPECT_NE(failure_of(quick(), getting(server.url("/"))).find("must begin with http:// or https://"), std::string::npos);
}

TEST(Http, FindsFaultsOfUrls) {
  EXPECT_EQ(url_fault("https://example.org/sparql?x=y"), "");
  EXPECT_EQ(url_fault("ftp://example.org/"), "must begin with http:// or https://");
  EXPECT_EQ(url_fault("no url"), "must begin with http:// or https://");
  const std::string words = url_fault("http://me:hush@example.org/");
  EXPECT_NE(words.find("has a user or password in it"), std::string::npos);
  EXPECT_EQ(words.find("hush"), std::string::npos);
  EXPECT_EQ(url_escaped("a b/ä?&#~"), "a%20b%2F%C3%A4%3F%26%23~");
}

TEST(Credentials, AreReadFromAFileOfTheUserAlone) {
  const TemporaryFolder folder;
  const auto found = [&folder](std::string_view text) {
    CredentialSources sources;
    sources.file = folder.write("c", text);
    ::chmod(sources.file.c_str(), 0600);
    HttpOptions options;
    find_credentials(sources, options);
    return options.credentials.user + "|" + options.credentials.password;
  };
  EXPECT_EQ(found("dba\nsecret\n"), "dba|secret");
  EXPECT_EQ(found("dba\r\nsecret"), "dba|secret");
  EXPECT_EQ(found("dba:se:cret\n"), "dba|se:cret");
  EXPECT_THROW(found("dba\n"), Failure);
  EXPECT_THROW(found(""), Failure);
}

TEST(Credentials, AreRefusedWhereOthersMayReadThem) {
  const TemporaryFolder folder;
  for (const mode_t mode : {0640u, 0604u, 0620u}) {
    CredentialSources sources;
    sources.file = folder.write("c", "dba\nsecret\n");
    ::chmod(sources.file.c_str(), mode);
    HttpOptions options;
    try {
      find_credentials(sources, options);
      FAIL();
    } catch (const Failure& failure) {
      const std::string words = failure.what();
      EXPECT_NE(words.find("chmod 600"), std::string::npos) << words;
      EXPECT_EQ(words.find("secret"), std::string::npos) << words;
    }
  }
}

TEST(Credentials, OfNetrcAreThoseOfTheHost) {
  const TemporaryFolder folder;
  CredentialSources sources;
  sources.netrc_file = folder.write("netrc", "machine other login x password y\nmachine 127.0.0.1 login u password p:q\n");
  ::chmod(sources.netrc_file.c_str(), 0600);
  HttpOptions options = quick();
  find_credentials(sources, options);
  HttpServer server([](const ServedRequest& request) {
    if (request.field("authorization") == "Basic dTpwOnE=") return ServedAnswer{200, "in"};
    return ServedAnswer{401, "", {"WWW-Authenticate: Basic realm=\"x\""}};
  });
  EXPECT_EQ(HttpClient(options).send(getting(server.url("/"))).body, "in");
}

}  // namespace
}  // namespace musclekg::test
