// What is to be measured.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace musclekg {

/// The command line. Sizes are 0 where that is not to be measured.
struct Arguments {
  std::size_t records = 100000;
  std::size_t text = 0, pages = 0;  ///< MB
  std::size_t repeat = 3;
  std::vector<std::string> ontologies;
  std::string syntax = "all", write, python = "python3", judges = "build/judges", table, columns = "ontology/columns/hra.yaml";
  bool peers = false, profiles = false, sizes = false, markdown = false, transcode = false;
};

}  // namespace musclekg
