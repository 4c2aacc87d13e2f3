#include "rdf/ntriples_writer.h"

#include <cstring>

namespace musclekg {

namespace {

class LineWriter : public QuadSink {
 public:
  LineWriter(Output& output, bool graphs) : output_(output), graphs_(graphs) {}

  void prefix(std::string_view, std::string_view) override {}
  void begin(const Node*) override {}
  void end() override {}
  void finish() override {}

  void quad(const Quad& quad) override {
    if (quad.repeated) return;
    const std::string_view s = quad.subject->ntriples, p = quad.predicate->ntriples, o = quad.object->ntriples;
    const std::string_view g = graphs_ && quad.graph != nullptr ? quad.graph->ntriples : std::string_view();
    char* const begin = output_.reserve(s.size() + p.size() + o.size() + g.size() + 6);
    char* out = append(append(append(begin, s), p), o);
    if (!g.empty()) out = append(out, g);
    *out++ = '.';
    *out++ = '\n';
    output_.advance(static_cast<std::size_t>(out - begin));
  }

 private:
  static char* append(char* out, std::string_view term) {
    std::memcpy(out, term.data(), term.size());
    out[term.size()] = ' ';
    return out + term.size() + 1;
  }

  Output& output_;
  bool graphs_;
};

}  // namespace

std::unique_ptr<QuadSink> ntriples_writer(Output& output) { return std::make_unique<LineWriter>(output, false); }
std::unique_ptr<QuadSink> nquads_writer(Output& output) { return std::make_unique<LineWriter>(output, true); }

}  // namespace musclekg
