// A document in memory, for what needs all of it at once.

#pragma once

#include <vector>

#include "rdf/rdf_handler.h"

namespace musclekg {

/// Keeps the statements of one or more documents, as they come, with their nodes.
class HeldDataset : public RdfHandler {
 public:
  NodeTable& nodes() override { return nodes_; }
  void prefix(std::string_view, std::string_view) override {}
  void quad(const Quad& quad) override { quads_.push_back(quad); }
  void statement_end() override {}

  const std::vector<Quad>& quads() const { return quads_; }

 private:
  NodeTable nodes_;
  std::vector<Quad> quads_;
};

}  // namespace musclekg
