#include "rdf/raptor.h"

#include <fmt/format.h>
#include <raptor2.h>

#include <cstring>
#include <stdexcept>
#include <utility>
#include <vector>

#include "base/input.h"
#include "base/text.h"
#include "rdf/rdf_scanner.h"
#include "rdf/reading_faults.h"

namespace musclekg {

namespace {

struct FreeWorld {
  void operator()(raptor_world* world) const { raptor_free_world(world); }
};
struct FreeParser {
  void operator()(raptor_parser* parser) const { raptor_free_parser(parser); }
};
struct FreeSerializer {
  void operator()(raptor_serializer* serializer) const { raptor_free_serializer(serializer); }
};
struct FreeUri {
  void operator()(raptor_uri* uri) const { raptor_free_uri(uri); }
};
struct FreeIostream {
  void operator()(raptor_iostream* stream) const { raptor_free_iostream(stream); }
};

using World = std::unique_ptr<raptor_world, FreeWorld>;
using Uri = std::unique_ptr<raptor_uri, FreeUri>;

World open_world() {
  World world(raptor_new_world());
  if (!world) throw std::bad_alloc();
  return world;
}

const unsigned char* bytes(const char* text) { return reinterpret_cast<const unsigned char*>(text); }

std::string_view view(const unsigned char* text, std::size_t size) { return {reinterpret_cast<const char*>(text), size}; }

std::string_view view(raptor_uri* uri) {
  std::size_t size = 0;
  const unsigned char* text = raptor_uri_as_counted_string(uri, &size);
  return view(text, size);
}

/// Raptor needs a base: what is resolved against this one has none.
constexpr std::string_view kNoBase = "http://relative.invalid/";

/// What the callbacks of a reading parser need.
struct Reading {
  const std::string& path;
  RdfHandler& handler;
  Diagnostics& diagnostics;
  ReadingFaults statements;
  raptor_parser* parser = nullptr;
  std::size_t fresh = 0;  ///< nodes without label so far
  bool well_formed = true;

  static Position position(raptor_locator* locator) {
    if (locator == nullptr || raptor_locator_line(locator) <= 0) return {};
    return {static_cast<std::uint32_t>(raptor_locator_line(locator)),
            static_cast<std::uint32_t>(std::max(raptor_locator_column(locator), 0) + 1)};
  }

  /// What Raptor cannot read.
  void fault(raptor_locator* locator, std::string_view rule, std::string text) {
    diagnostics.error({path, position(locator)}, rule, std::move(text));
    well_formed = false;
  }

  const Node* iri(raptor_uri* uri, NodeTable& nodes) const {
    const std::string_view text = view(uri);
    if (text.starts_with(kNoBase))
      throw ScanFault(nullptr, "relative-iri", fmt::format("{} is relative, and there is no base", excerpt(text.substr(kNoBase.size()))));
    try {
      return nodes.iri(text);
    } catch (const std::invalid_argument&) {
      throw ScanFault(nullptr, "iri-syntax", fmt::format("not an absolute IRI: {}", excerpt(text)));
    }
  }

  const Node* node(const raptor_term* term, NodeTable& nodes) const {
    switch (term->type) {
      case RAPTOR_TERM_TYPE_URI:
        return iri(term->value.uri, nodes);
      case RAPTOR_TERM_TYPE_BLANK: {
        const std::string_view text = view(term->value.blank.string, term->value.blank.string_len);
        return text.starts_with("g-") ? nodes.anonymous_blank(text) : nodes.blank(text);
      }
      case RAPTOR_TERM_TYPE_LITERAL: {
        const auto& literal = term->value.literal;
        const std::string_view text = view(literal.string, literal.string_len);
        if (literal.language != nullptr && literal.language_len > 0) {
          const std::string_view language = view(literal.language, literal.language_len);
          if (language_size(language) != language.size())
            throw ScanFault(nullptr, "rdf-syntax", fmt::format("{} is no language tag", excerpt(language)));
          return nodes.text(text, language);
        }
        return nodes.literal(text, literal.datatype ? iri(literal.datatype, nodes.lasting()) : nullptr);
      }
      case RAPTOR_TERM_TYPE_UNKNOWN:
        break;
    }
    throw ScanFault(nullptr, "rdf-syntax", "a term of unknown type");
  }
};

/// Looks whether a text that comes in pieces is UTF-8: Raptor takes broken bytes in Turtle for an empty text.
class Utf8Check {
 public:
  /// False when a byte in it, or in the end of the piece before, is not; `offset` and `where` then tell which.
  bool take(std::string_view piece, bool last) {
    left_.append(piece);
    const std::size_t bad = find_invalid_utf8(left_);
    const std::size_t good = std::min(bad, left_.size());
    pass(std::string_view(left_).substr(0, good));
    if (bad != std::string_view::npos && (last || left_.size() - bad > 3)) return false;
    left_.erase(0, good);  // at most the beginning of a character is left
    return true;
  }

  std::size_t offset() const { return offset_; }
  Position where() const { return {line_, static_cast<std::uint32_t>(offset_ - line_begin_ + 1)}; }

 private:
  void pass(std::string_view text) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos; ++at) {
      ++line_;
      line_begin_ = offset_ + at + 1;
    }
    offset_ += text.size();
  }

  std::string left_;
  std::size_t offset_ = 0, line_begin_ = 0;
  std::uint32_t line_ = 1;
};

/// Whether the beginning of an XML file names an encoding that is not UTF-8 (XML 1.0, section 4.3.3).
bool names_other_encoding(std::string_view beginning) {
  const std::string lower = ascii_lower(beginning.substr(0, beginning.find('>')));
  const std::size_t at = lower.find("encoding");
  return lower.find("<?xml") != std::string::npos && at != std::string::npos && lower.find("utf-8", at) == std::string::npos;
}

void take_statement(void* user, raptor_statement* statement) {
  auto& reading = *static_cast<Reading*>(user);
  try {
    NodeTable& nodes = reading.handler.nodes();
    reading.handler.quad({reading.node(statement->subject, nodes), reading.node(statement->predicate, nodes.lasting()),
                          reading.node(statement->object, nodes), statement->graph ? reading.node(statement->graph, nodes) : nullptr});
    reading.handler.statement_end();
  } catch (const ScanFault& fault) {
    reading.statements.statement(Reading::position(raptor_parser_get_locator(reading.parser)), fault.rule, fault.what());
  }
}

void take_namespace(void* user, raptor_namespace* space) {
  raptor_uri* const uri = raptor_namespace_get_uri(space);
  const unsigned char* const prefix = raptor_namespace_get_prefix(space);
  if (uri == nullptr) return;
  const std::string_view name = prefix == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(prefix));
  if (valid_iri(view(uri))) static_cast<Reading*>(user)->handler.prefix(name, view(uri));
}

/// The label of a blank node that has one, `given`, or of the next without; the caller frees it, as it does `given`'s.
unsigned char* make_label(void* user, unsigned char* given) {
  auto& reading = *static_cast<Reading*>(user);
  std::string scratch;
  const std::string label(given != nullptr ? plain_label(reinterpret_cast<const char*>(given), scratch)
                                           : std::string_view(scratch.assign(fmt::format("g-{}", ++reading.fresh))));
  raptor_free_memory(given);
  auto* const memory = static_cast<unsigned char*>(raptor_alloc_memory(label.size() + 1));
  if (memory != nullptr) std::memcpy(memory, label.c_str(), label.size() + 1);
  return memory;
}

void take_message(void* user, raptor_log_message* message) {
  if (message->level < RAPTOR_LOG_LEVEL_ERROR) return;
  static_cast<Reading*>(user)->fault(message->locator, "rdf-syntax", message->text);
}

ReadingResult read(Input& input, std::string_view beginning, const char* raptor_name, const ReadingOptions& options, RdfHandler& handler,
                   Diagnostics& diagnostics) {
  const World world = open_world();
  Reading reading{input.name(), handler, diagnostics, {input.name(), options.lenient, diagnostics}};
  raptor_world_set_generate_bnodeid_handler(world.get(), &reading, make_label);
  raptor_world_set_log_handler(world.get(), &reading, take_message);
  const std::unique_ptr<raptor_parser, FreeParser> parser(raptor_new_parser(world.get(), raptor_name));
  if (!parser) throw Failure(fmt::format("{}: Raptor has no reader named '{}'", input.name(), raptor_name));
  reading.parser = parser.get();
  raptor_parser_set_option(parser.get(), RAPTOR_OPTION_NO_NET, nullptr, 1);
  raptor_parser_set_statement_handler(parser.get(), &reading, take_statement);
  raptor_parser_set_namespace_handler(parser.get(), &reading, take_namespace);
  const Uri base(raptor_new_uri(world.get(), bytes(options.base.empty() ? std::string(kNoBase).c_str() : options.base.c_str())));
  if (raptor_parser_parse_start(parser.get(), base.get()) != 0) throw Failure(fmt::format("{}: Raptor cannot start reading", input.name()));
  Utf8Check check;
  const bool other_encoding = names_other_encoding(beginning);
  bool first = true;
  const auto parse = [&](std::string_view text, bool last) {
    if (!other_encoding && !check.take(text, last)) {
      diagnostics.error({input.name(), check.where()}, "not-utf8", fmt::format("byte {} is not UTF-8", check.offset()));
      return reading.well_formed = false;
    }
    if (std::exchange(first, false) && text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // Raptor takes no byte order mark
    if (raptor_parser_parse_chunk(parser.get(), bytes(text.data()), text.size(), last) == 0) return true;
    if (reading.well_formed) reading.fault(nullptr, "rdf-syntax", "cannot be read as RDF");
    return false;
  };
  std::string chunk(1 << 16, '\0');
  for (bool more = beginning.empty() || parse(beginning, false); more;) {
    const std::size_t count = input.read(chunk.data(), chunk.size());
    more = parse({chunk.data(), count}, count == 0) && count > 0;
  }
  return {reading.well_formed && reading.statements.result().well_formed, reading.statements.result().skipped};
}

/// Raptor's own writing of what a serializer makes, into an Output. Nothing may be thrown through C code.
int write_bytes(void* user, const void* data, std::size_t size, std::size_t count) {
  try {
    static_cast<Output*>(user)->write(std::string_view(static_cast<const char*>(data), size * count));
    return 0;
  } catch (const std::exception&) {
    return 1;  // the Output is asked again, and fails again, at its commit
  }
}

int write_byte(void* user, const int byte) {
  const char c = static_cast<char>(byte);
  return write_bytes(user, &c, 1, 1);
}

const raptor_iostream_handler kOutputHandler = {2, nullptr, nullptr, write_byte, write_bytes, nullptr, nullptr, nullptr};

void throw_message(void* user, raptor_log_message* message) {
  if (message->level >= RAPTOR_LOG_LEVEL_ERROR) static_cast<std::string*>(user)->assign(message->text);
}

class RdfXmlWriter : public QuadSink {
 public:
  explicit RdfXmlWriter(Output& output)
      : output_(output),
        world_(open_world()),
        stream_(raptor_new_iostream_from_handler(world_.get(), &output, &kOutputHandler)),
        serializer_(raptor_new_serializer(world_.get(), "rdfxml")) {
    raptor_world_set_log_handler(world_.get(), &fault_, throw_message);
  }

  void prefix(std::string_view name, std::string_view iri) override {
    const Uri uri(raptor_new_uri_from_counted_string(world_.get(), bytes(iri.data()), iri.size()));
    raptor_serializer_set_namespace(serializer_.get(), uri.get(), bytes(std::string(name).c_str()));
  }

  void begin(const Node*) override { start(); }
  void end() override {}

  void quad(const Quad& quad) override {
    if (quad.repeated) return;
    for (const char c : quad.object->value)
      if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r')
        throw Failure(fmt::format("{}: RDF/XML cannot hold the control character U+{:04X}", output_.path(), static_cast<unsigned char>(c)));
    raptor_statement statement;
    raptor_statement_init(&statement, world_.get());
    statement.subject = term(quad.subject);
    statement.predicate = term(quad.predicate);
    statement.object = term(quad.object);
    const int failed = raptor_serializer_serialize_statement(serializer_.get(), &statement);
    raptor_statement_clear(&statement);
    check(failed);
  }

  void finish() override {
    start();
    check(raptor_serializer_serialize_end(serializer_.get()));
  }

 private:
  void start() {
    if (started_) return;
    started_ = true;
    check(raptor_serializer_start_to_iostream(serializer_.get(), nullptr, stream_.get()));
  }

  void check(int failed) const {
    if (failed != 0 || !fault_.empty()) throw Failure(fmt::format("{}: RDF/XML cannot be written: {}", output_.path(), fault_));
  }

  raptor_term* term(const Node* node) const {
    switch (node->kind) {
      case Node::Kind::Iri:
        return raptor_new_term_from_counted_uri_string(world_.get(), bytes(node->value.data()), node->value.size());
      case Node::Kind::Blank:
        return raptor_new_term_from_counted_blank(world_.get(), bytes(node->value.data()), node->value.size());
      case Node::Kind::Literal:
        break;
    }
    const Uri datatype(
        node->datatype ? raptor_new_uri_from_counted_string(world_.get(), bytes(node->datatype->value.data()), node->datatype->value.size())
                       : nullptr);
    // Raptor 2.0.15 takes the length of the language and still copies up to a NUL.
    const std::string language(node->language);
    return raptor_new_term_from_counted_literal(world_.get(), bytes(node->value.data()), node->value.size(), datatype.get(),
                                                language.empty() ? nullptr : bytes(language.c_str()),
                                                static_cast<unsigned char>(language.size()));
  }

  Output& output_;
  std::string fault_;
  World world_;  // freed last: the serializer is part of it, and writes to the stream
  std::unique_ptr<raptor_iostream, FreeIostream> stream_;
  std::unique_ptr<raptor_serializer, FreeSerializer> serializer_;
  bool started_ = false;
};

}  // namespace

ReadingResult read_rdfxml(Input& input, std::string_view beginning, const ReadingOptions& options, RdfHandler& handler,
                          Diagnostics& diagnostics) {
  return read(input, beginning, "rdfxml", options, handler, diagnostics);
}

bool read_with_raptor(Input& input, std::string_view beginning, const char* raptor_name, const std::string& base, RdfHandler& handler,
                      Diagnostics& diagnostics) {
  return read(input, beginning, raptor_name, {base, false}, handler, diagnostics).well_formed;
}

std::unique_ptr<QuadSink> rdfxml_writer(Output& output) { return std::make_unique<RdfXmlWriter>(output); }

}  // namespace musclekg
