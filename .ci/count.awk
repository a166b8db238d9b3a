# Reads Surefire's XML reports: prints a line for each class and, last, a line of totals; writes skipped tests to `skips`.

function attribute(name,    text) {
  if (!match($0, " " name "=\"[^\"]*\"")) return ""
  text = substr($0, RSTART, RLENGTH)
  sub("^ " name "=\"", "", text)
  sub("\"$", "", text)
  return text
}

/^ *<testsuite / {
  tests = attribute("tests"); failed = attribute("errors") + attribute("failures"); skipped = attribute("skipped")
  printf "%6d passed %4d failed %4d skipped %8.1f s  %s\n", \
    tests - failed - skipped, failed, skipped, attribute("time"), attribute("name")
  total_passed += tests - failed - skipped
  total_failed += failed
  total_skipped += skipped
}

/^ *<testcase / {
  method = attribute("name")
  sub(/[({\[].*/, "", method)
  test = attribute("classname") "." method
}

/^ *<skipped/ { print test > skips }

END {
  printf "%d passed, %d failed", total_passed, total_failed
  if (total_skipped > 0) printf ", %d skipped", total_skipped
  printf "\n"
}
