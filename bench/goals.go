package main

import "fmt"

// goal is one demand and what was seen.
type goal struct {
	text string
	met  bool
}

func (g goal) String() string {
	if g.met {
		return "met     " + g.text
	}
	return "MISSED  " + g.text
}

// goals judges the results of one run, the smaller size first.
func goals(results []result) []goal {
	if len(results) > 0 && results[0].size.business {
		return organizationGoals(results)
	}
	var out []goal
	for _, r := range results {
		out = append(out, r.goals()...)
	}
	if len(results) == 2 {
		for _, name := range []string{lineFirst, lineDeep, lineShown, lineStats} {
			small, large := results[0].line(name), results[1].line(name)
			if small.Rate == 0 || large.Rate == 0 {
				continue // not measured
			}
			out = append(out, atMost(1.3, large.cpu()/small.cpu(), "%s: CPU with %s users is %.2f times that with %s, at most 1.3",
				name, results[1].size.name, large.cpu()/small.cpu(), results[0].size.name))
		}
	}
	return out
}

func (r result) goals() []goal {
	first, deep := r.line(lineFirst), r.line(lineDeep)
	return []goal{
		{
			fmt.Sprintf("%s, %s: %.0f µs of CPU and a ratio of %.2f; at most 900 µs, or a ratio of 0.30", r.size.name, lineFirst, first.cpu(), first.Ratio),
			first.cpu() <= 900 || first.Ratio >= 0.30,
		},
		atMost(1.5, deep.cpu()/first.cpu(), "%s, page %d: %.2f times the CPU of the first, at most 1.5", r.size.name, r.deepPage, deep.cpu()/first.cpu()),
		atMost(3, float64(r.extra.plain), "%s, %s: %d statements, at most 3", r.size.name, lineFirst, r.extra.plain),
		atMost(1, float64(r.extra.counted-r.extra.plain), "%s: totalCount adds %d statements, at most 1", r.size.name, r.extra.counted-r.extra.plain),
		atMost(1, float64(r.extra.nested-r.extra.unnested), "%s: a nested page adds %d statements, at most 1", r.size.name, r.extra.nested-r.extra.unnested),
	}
}

func atMost(limit, seen float64, format string, args ...any) goal {
	return goal{fmt.Sprintf(format, args...), seen <= limit}
}

// line finds figures by name; zero figures when there are none.
func (r result) line(name string) figures {
	for _, f := range r.lines {
		if f.Name == name {
			return f
		}
	}
	return figures{}
}
