package graph

import (
	"cmp"
	"time"

	"github.com/vektah/gqlparser/v2/ast"
)

// Limits bound what one request may ask for. A zero field means its default.
// Ordinary documents of Relay, Apollo and urql stay far below all of them.
type Limits struct {
	Body     int64         // bytes of a request body: 1 MiB
	Document int           // bytes of a document's text: 64 KiB
	Tokens   int           // of a document: 4,000
	Time     time.Duration // for one operation: 20 s

	Depth      int // fields within fields, fragments opened: 15
	Aliases    int // written in a document: 60
	RootFields int // of an operation: 20
	Directives int // written in a document: 200
	Fragments  int // written in a document: 200
	Fields     int // with every fragment opened: 10,000
	Overlaps   int // pairs of fields under one name that must be compared: 50,000

	Values int // JSON values in the variables: 20,000
	Levels int // JSON values within values: 32
	List   int // entries of one list in the variables: 1,000
	Text   int // bytes of one text in the variables: 32 KiB

	LongText int // bytes of a LongText in the variables: 900 KiB

	Cost int // points, see @cost: 10,000
}

func (l Limits) withDefaults() Limits {
	return Limits{
		Body:     cmp.Or(l.Body, 1<<20),
		Document: cmp.Or(l.Document, 64<<10),
		Tokens:   cmp.Or(l.Tokens, 4000),
		Time:     cmp.Or(l.Time, 20*time.Second),

		Depth:      cmp.Or(l.Depth, 15),
		Aliases:    cmp.Or(l.Aliases, 60),
		RootFields: cmp.Or(l.RootFields, 20),
		Directives: cmp.Or(l.Directives, 200),
		Fragments:  cmp.Or(l.Fragments, 200),
		Fields:     cmp.Or(l.Fields, 10_000),
		Overlaps:   cmp.Or(l.Overlaps, 50_000),

		Values: cmp.Or(l.Values, 20_000),
		Levels: cmp.Or(l.Levels, 32),
		List:   cmp.Or(l.List, 1000),
		Text:   cmp.Or(l.Text, 32<<10),

		LongText: cmp.Or(l.LongText, 900<<10),

		Cost: cmp.Or(l.Cost, 10_000),
	}
}

// shape measures a document that was parsed and not yet validated: names may
// be unknown and fragments missing or cyclic.
type shape struct {
	Limits
	fragments map[string]*ast.FragmentDefinition
	opened    map[string]bool // fragments an operation reaches

	aliases, directives, fields, overlaps int
	introspects                           bool
}

// checkShape refuses a document whose validation or execution could take more
// than linear time. It reports whether the document asks about the schema.
func (l Limits) checkShape(doc *ast.QueryDocument) (bool, *refusal) {
	if len(doc.Fragments) > l.Fragments {
		return false, tooComplex("The document has more than %d fragments.", l.Fragments)
	}
	s := &shape{Limits: l, fragments: map[string]*ast.FragmentDefinition{}, opened: map[string]bool{}}
	for _, f := range doc.Fragments {
		s.fragments[f.Name] = f
	}
	for _, op := range doc.Operations {
		if refused := s.written(op.SelectionSet, op.Directives); refused != nil {
			return false, refused
		}
	}
	for _, f := range doc.Fragments {
		if refused := s.written(f.SelectionSet, f.Directives); refused != nil {
			return false, refused
		}
	}
	if refused := s.cycles(); refused != nil {
		return false, refused
	}
	for _, op := range doc.Operations {
		if refused := s.scope([]ast.SelectionSet{op.SelectionSet}, 1); refused != nil {
			return false, refused
		}
	}
	// Validation reads fragments that no operation uses as well.
	for _, f := range doc.Fragments {
		if s.opened[f.Name] {
			continue
		}
		if refused := s.scope([]ast.SelectionSet{f.SelectionSet}, 1); refused != nil {
			return false, refused
		}
	}
	return s.introspects, nil
}

// written counts what stands in the text, each part once.
func (s *shape) written(set ast.SelectionSet, directives ast.DirectiveList) *refusal {
	s.directives += len(directives)
	for _, d := range directives {
		if d.Name == "defer" || d.Name == "stream" {
			return refuse(codeValidation, "Answers come whole: @%s is not served.", d.Name)
		}
	}
	for _, selection := range set {
		var refused *refusal
		switch sel := selection.(type) {
		case *ast.Field:
			if sel.Alias != sel.Name {
				s.aliases++
			}
			s.introspects = s.introspects || sel.Name == "__schema" || sel.Name == "__type"
			refused = s.written(sel.SelectionSet, sel.Directives)
		case *ast.InlineFragment:
			refused = s.written(sel.SelectionSet, sel.Directives)
		case *ast.FragmentSpread:
			refused = s.written(nil, sel.Directives)
		}
		if refused != nil {
			return refused
		}
	}
	if s.aliases > s.Aliases {
		return tooComplex("The document has more than %d aliases.", s.Aliases)
	}
	if s.directives > s.Directives {
		return tooComplex("The document has more than %d directives.", s.Directives)
	}
	return nil
}

// scope opens the fragments of selections that make one object of the answer
// and looks at the fields under each name together, as execution and the rule
// of overlapping fields do. The rule compares every pair under a name, so the
// pairs are counted; the count of fields ends the walk of a fragment bomb.
func (s *shape) scope(sets []ast.SelectionSet, depth int) *refusal {
	byName := map[string]*group{}
	var names []string
	for _, set := range sets {
		if refused := s.collect(set, byName, &names); refused != nil {
			return refused
		}
	}
	if depth == 1 && len(names) > s.RootFields {
		return tooComplex("The operation selects more than %d fields at its root.", s.RootFields)
	}
	for _, name := range names {
		g := byName[name]
		if s.overlaps += g.fields * (g.fields - 1) / 2; s.overlaps > s.Overlaps {
			return tooComplex("The document selects the same fields too often.")
		}
		if len(g.below) == 0 {
			continue
		}
		if depth+1 > s.Depth {
			return tooComplex("The document nests deeper than %d fields.", s.Depth)
		}
		if refused := s.scope(g.below, depth+1); refused != nil {
			return refused
		}
	}
	return nil
}

// group is the fields of one object under one name of the answer.
type group struct {
	fields int
	below  []ast.SelectionSet
}

func (s *shape) collect(set ast.SelectionSet, byName map[string]*group, names *[]string) *refusal {
	for _, selection := range set {
		if s.fields++; s.fields > s.Fields {
			return tooComplex("The document comes to more than %d fields.", s.Fields)
		}
		var refused *refusal
		switch sel := selection.(type) {
		case *ast.Field:
			g := byName[sel.Alias]
			if g == nil {
				g = &group{}
				byName[sel.Alias] = g
				*names = append(*names, sel.Alias)
			}
			g.fields++
			if len(sel.SelectionSet) > 0 {
				g.below = append(g.below, sel.SelectionSet)
			}
		case *ast.InlineFragment:
			refused = s.collect(sel.SelectionSet, byName, names)
		case *ast.FragmentSpread:
			if f := s.fragments[sel.Name]; f != nil {
				s.opened[sel.Name] = true
				refused = s.collect(f.SelectionSet, byName, names)
			}
		}
		if refused != nil {
			return refused
		}
	}
	return nil
}

// cycles refuses fragments that contain themselves, in time linear in the
// text.
func (s *shape) cycles() *refusal {
	const visiting, done = 1, 2
	state := make(map[string]int, len(s.fragments))
	var visit func(ast.SelectionSet) *refusal
	visit = func(set ast.SelectionSet) *refusal {
		for _, selection := range set {
			var refused *refusal
			switch sel := selection.(type) {
			case *ast.Field:
				refused = visit(sel.SelectionSet)
			case *ast.InlineFragment:
				refused = visit(sel.SelectionSet)
			case *ast.FragmentSpread:
				f := s.fragments[sel.Name]
				switch {
				case f == nil || state[sel.Name] == done:
					continue
				case state[sel.Name] == visiting:
					return refuse(codeValidation, "Fragment %s contains itself.", shorten(sel.Name))
				}
				state[sel.Name] = visiting
				refused = visit(f.SelectionSet)
				state[sel.Name] = done
			}
			if refused != nil {
				return refused
			}
		}
		return nil
	}
	for name, f := range s.fragments {
		if state[name] == done {
			continue
		}
		state[name] = visiting
		if refused := visit(f.SelectionSet); refused != nil {
			return refused
		}
		state[name] = done
	}
	return nil
}
