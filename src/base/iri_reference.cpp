#include "base/iri_reference.h"

#include <algorithm>
#include <vector>

namespace musclekg {

namespace {

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The parts of a reference (RFC 3986, appendix B), each without its delimiter.
struct Parts {
  std::string_view scheme, authority, path, query, fragment;
  bool has_authority = false, has_query = false, has_fragment = false;
};

Parts parts_of(std::string_view text) {
  Parts parts;
  if (has_scheme(text)) {
    const std::size_t colon = text.find(':');
    parts.scheme = text.substr(0, colon);
    text.remove_prefix(colon + 1);
  }
  if (const std::size_t hash = text.find('#'); hash != std::string_view::npos) {
    parts.has_fragment = true;
    parts.fragment = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  if (const std::size_t mark = text.find('?'); mark != std::string_view::npos) {
    parts.has_query = true;
    parts.query = text.substr(mark + 1);
    text = text.substr(0, mark);
  }
  if (text.starts_with("//")) {
    parts.has_authority = true;
    const std::size_t slash = std::min(text.find('/', 2), text.size());
    parts.authority = text.substr(2, slash - 2);
    text.remove_prefix(slash);
  }
  parts.path = text;
  return parts;
}

/// RFC 3986, section 5.3.
std::string joined(const Parts& parts, std::string_view path) {
  std::string text;
  if (!parts.scheme.empty()) text.append(parts.scheme).append(":");
  if (parts.has_authority) text.append("//").append(parts.authority);
  text.append(path);
  if (parts.has_query) text.append("?").append(parts.query);
  if (parts.has_fragment) text.append("#").append(parts.fragment);
  return text;
}

/// RFC 3986, section 5.2.4. Linear.
std::string without_dot_segments(std::string_view in) {
  std::string out;
  const auto drop_last = [&out] {
    const std::size_t slash = out.rfind('/');
    out.erase(slash == std::string::npos ? 0 : slash);
  };
  while (!in.empty()) {
    if (in.starts_with("../")) {
      in.remove_prefix(3);
    } else if (in.starts_with("./")) {
      in.remove_prefix(2);
    } else if (in.starts_with("/./")) {
      in.remove_prefix(2);
    } else if (in == "/.") {
      in = "/";
    } else if (in.starts_with("/../")) {
      in.remove_prefix(3);
      drop_last();
    } else if (in == "/..") {
      in = "/";
      drop_last();
    } else if (in == "." || in == "..") {
      in = {};
    } else {
      const std::size_t end = std::min(in.find('/', 1), in.size());
      out.append(in.substr(0, end));
      in.remove_prefix(end);
    }
  }
  return out;
}

/// RFC 3986, section 5.2.3.
std::string merged(const Parts& base, std::string_view path) {
  if (base.has_authority && base.path.empty()) return "/" + std::string(path);
  const std::size_t slash = base.path.rfind('/');
  return std::string(base.path.substr(0, slash == std::string_view::npos ? 0 : slash + 1)).append(path);
}

/// The reference by path, query and fragment; where there is no authority it may mean another IRI.
std::string path_reference(std::string_view base, std::string_view iri) {
  const Parts from = parts_of(base), to = parts_of(iri);
  if (from.scheme != to.scheme || from.has_authority != to.has_authority || from.authority != to.authority) return std::string(iri);
  if (to.path.empty() != from.path.empty()) return std::string(iri);
  std::string rest;
  if (to.has_query) rest.append("?").append(to.query);
  if (to.has_fragment) rest.append("#").append(to.fragment);
  if (from.path == to.path) {
    // A reference without path takes the base's query with it.
    if (to.has_query && from.has_query && to.query == from.query) return to.has_fragment ? "#" + std::string(to.fragment) : rest;
    if (to.has_query) return rest;
    if (!from.has_query && to.has_fragment) return rest;
  }
  // The folders they share, then one step up for each of the base's that is left.
  std::size_t common = 0;
  for (std::size_t i = 0; i < std::min(from.path.size(), to.path.size()) && from.path[i] == to.path[i]; ++i)
    if (from.path[i] == '/') common = i + 1;
  std::string path;
  for (std::size_t i = common; i < from.path.size(); ++i)
    if (from.path[i] == '/') path += "../";
  path.append(to.path.substr(common));
  if (path.empty()) path = "./";
  // What would be taken for a scheme or an authority.
  if (path.starts_with('/') || has_scheme(path) || path.substr(0, path.find('/')).find(':') != std::string::npos) path.insert(0, "./");
  return path + rest;
}

}  // namespace

bool has_scheme(std::string_view text) {
  if (text.empty() || !letter(text.front())) return false;
  for (const char c : text) {
    if (c == ':') return true;
    if (!letter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') return false;
  }
  return false;
}

std::string resolve_iri(std::string_view base, std::string_view reference) {
  if (base.empty()) return std::string(reference);
  Parts target = parts_of(reference);
  if (!target.scheme.empty()) return joined(target, without_dot_segments(target.path));
  const Parts from = parts_of(base);
  target.scheme = from.scheme;
  if (target.has_authority) return joined(target, without_dot_segments(target.path));
  target.has_authority = from.has_authority;
  target.authority = from.authority;
  if (target.path.empty()) {
    if (!target.has_query) {
      target.has_query = from.has_query;
      target.query = from.query;
    }
    return joined(target, from.path);
  }
  if (target.path.starts_with('/')) return joined(target, without_dot_segments(target.path));
  return joined(target, without_dot_segments(merged(from, target.path)));
}

std::string relative_iri(std::string_view base, std::string_view iri) {
  if (base.empty()) return std::string(iri);
  std::string reference = path_reference(base, iri);
  return resolve_iri(base, reference) == iri ? reference : std::string(iri);
}

}  // namespace musclekg
