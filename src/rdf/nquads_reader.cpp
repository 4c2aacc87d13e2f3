#include "rdf/nquads_reader.h"

#include <fmt/format.h>

#include <cstring>

#include "base/text.h"

namespace musclekg {

namespace {

/// Whether all bytes are ASCII, eight at a time.
bool is_ascii(const char* at, const char* end) {
  std::uint64_t any = 0;
  for (; end - at >= 8; at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, 8);
    any |= word;
  }
  for (; at < end; ++at) any |= static_cast<std::uint64_t>(static_cast<unsigned char>(*at));
  return (any & 0x8080808080808080u) == 0;
}

}  // namespace

void NQuadsReader::read() {
  for (;;) {
    const char* const begin = window_.begin();
    const auto* const line_end = static_cast<const char*>(std::memchr(begin, '\n', static_cast<std::size_t>(window_.end() - begin)));
    if (line_end == nullptr && !window_.whole()) {
      window_.read_on();
      continue;
    }
    const char* const end = line_end != nullptr ? line_end : window_.end();
    line(begin, end);
    if (line_end == nullptr) return;
    window_.use(line_end + 1);
  }
}

void NQuadsReader::line(const char* begin, const char* end) {
  if (!is_ascii(begin, end)) {
    const std::string_view text(begin, static_cast<std::size_t>(end - begin));
    if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos)
      return faults_.statement(window_.position(begin + bad), "not-utf8", fmt::format("byte {} is not UTF-8", window_.offset() + bad));
  }
  scan_.set(begin, end, true);
  try {
    for (;;) {
      blanks();
      while (scan_.peek() == '\r' && !scan_.at_end()) scan_.advance(1), blanks();  // a line may end so, too
      if (scan_.at_end()) return;
      if (scan_.peek() == '#') {
        const auto* const next = static_cast<const char*>(std::memchr(scan_.at(), '\r', static_cast<std::size_t>(end - scan_.at())));
        if (next == nullptr) return;
        scan_.advance(static_cast<std::size_t>(next - scan_.at()));
        continue;
      }
      statement();
    }
  } catch (const ScanFault& fault) {
    faults_.statement(window_.position(fault.at), fault.rule, fault.what());
  }
}

void NQuadsReader::blanks() {
  while (scan_.peek() == ' ' || scan_.peek() == '\t') scan_.advance(1);
}

void NQuadsReader::statement() {
  if (NodeTable& nodes = handler_.nodes(); &nodes != nodes_) {
    nodes_ = &nodes;
    subject_.node = graph_.node = nullptr;
  }
  Quad quad{};
  quad.subject = subject(subject_);
  blanks();
  if (scan_.peek() != '<') scan_.expected("a predicate, an IRI in brackets");
  quad.predicate = iri_node(nodes_->lasting());
  blanks();
  quad.object = object();
  blanks();
  if (graphs_ && scan_.peek() != '.') {
    quad.graph = subject(graph_);
    blanks();
  }
  if (scan_.peek() != '.')
    scan_.expected(!graphs_ && (scan_.peek() == '<' || scan_.peek() == '_') ? "'.' (a fourth term is N-Quads)"
                                                                            : "'.' behind the statement");
  scan_.advance(1);
  blanks();
  if (!scan_.at_end() && scan_.peek() != '#' && scan_.peek() != '\r') scan_.expected("the end of the line behind '.'");
  handler_.quad(quad);
  handler_.statement_end();
}

/// A subject or a graph's name.
const Node* NQuadsReader::subject(Repeated& before) {
  const char* const begin = scan_.at();
  const std::size_t size = before.text.size();
  if (before.node != nullptr && static_cast<std::size_t>(scan_.end() - begin) > size && std::memcmp(begin, before.text.data(), size) == 0 &&
      (begin[size] == ' ' || begin[size] == '\t')) {
    scan_.advance(size);
    return before.node;
  }
  before.node = nullptr;
  const Node* node = nullptr;
  if (scan_.peek() == '<') {
    node = iri_node(*nodes_);
  } else if (scan_.peek() == '_' && scan_.peek(1) == ':') {
    node = blank_node();
  } else {
    scan_.expected(&before == &graph_ ? "a graph's name or '.'" : "a subject: an IRI in brackets or a blank node");
  }
  before.text.assign(begin, scan_.at());
  return before.node = node;
}

const Node* NQuadsReader::object() {
  const char* const begin = scan_.at();
  switch (scan_.peek()) {
    case '<':
      return iri_node(*nodes_);
    case '_':
      if (scan_.peek(1) == ':') return blank_node();
      break;
    case '"': {
      const std::string_view text = scan_.string(false);
      if (scan_.peek() == '@') return nodes_->text(text, scan_.language());
      if (scan_.peek() != '^' || scan_.peek(1) != '^') return nodes_->text(text);
      scan_.advance(2);
      if (scan_.peek() != '<') scan_.expected("a datatype, an IRI in brackets");
      return nodes_->literal(text, iri_node(nodes_->lasting()));
    }
    default:
      break;
  }
  throw ScanFault(begin, "rdf-syntax", fmt::format("expected an object, found {}", found_at(begin, scan_.end())));
}

const Node* NQuadsReader::iri_node(NodeTable& table) {
  const char* const begin = scan_.at();
  const std::string_view iri = scan_.iri();
  try {
    return table.iri(iri);
  } catch (const std::invalid_argument&) {
    throw ScanFault(begin, "iri-syntax", fmt::format("not an absolute IRI: '{}'", printable_line(iri)));
  }
}

const Node* NQuadsReader::blank_node() { return nodes_->blank(plain_label(scan_.blank_label(), label_)); }

}  // namespace musclekg
