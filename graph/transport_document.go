package graph

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"
	"github.com/vektah/gqlparser/v2/validator"
	"github.com/vektah/gqlparser/v2/validator/rules"

	"tenantry/internal/fault"
)

const (
	cachedDocuments = 256
	// cachedBytes keeps the cache of parsed documents within some 50 MB
	// whatever is sent: a parsed document is about fifty times its text.
	cachedBytes = 4096
)

// documents turns texts into checked documents. A text is bounded before it is
// parsed, and its shape before it is validated, because validation can take
// quadratic time.
type documents struct {
	schema      *ast.Schema
	limits      Limits
	manifest    map[string]string // SHA-256 in hex → text
	trustedOnly bool
	recent      graphql.Cache[*parsed] // by text
	trusted     graphql.Cache[*parsed] // by text, for those of the manifest
}

// parsed is a document that is valid and within the limits.
type parsed struct {
	ast         *ast.QueryDocument
	introspects bool
	required    []string // variables used where null is an error though their type allows it
}

// document is one operation of a parsed document.
type document struct {
	*parsed
	operation *ast.OperationDefinition
	root      string       // name of its root type
	roots     []*ast.Field // the fields it selects there
	trusted   bool
}

func newDocuments(schema *ast.Schema, cfg ServerConfig) documents {
	return documents{
		schema: schema, limits: cfg.Limits, manifest: cfg.Manifest, trustedOnly: cfg.TrustedOnly,
		recent: lru.New[*parsed](cachedDocuments), trusted: lru.New[*parsed](max(len(cfg.Manifest), 1)),
	}
}

// lookUp replaces the hash of a trusted document by its text.
func (d *documents) lookUp(params *graphql.RawParams, id string) *refusal {
	if id == "" {
		if d.trustedOnly && !d.isTrusted(params.Query) {
			return refuse(codeDocumentRequired, "Only trusted documents are run here; send documentId.")
		}
		return nil
	}
	text, known := d.manifest[strings.ToLower(strings.TrimPrefix(id, "sha256:"))]
	switch {
	case known && (params.Query == "" || params.Query == text):
		params.Query = text
		return nil
	case params.Query == "":
		// These very words make Apollo's and urql's links send the text.
		return refuse(codeDocumentUnknown, "PersistedQueryNotFound")
	case d.trustedOnly:
		return refuse(codeDocumentRequired, "Only trusted documents are run here; send documentId.")
	default:
		return nil // a text that came with its hash is a text
	}
}

func (d *documents) isTrusted(text string) bool {
	if len(d.manifest) == 0 {
		return false
	}
	sum := sha256.Sum256([]byte(text))
	_, ok := d.manifest[hex.EncodeToString(sum[:])]
	return ok
}

// prepare gives the operation a request asks for, or says why not.
func (d *documents) prepare(params *graphql.RawParams, introspection bool) (*document, *refusal) {
	doc := &document{}
	var ok bool
	if doc.parsed, ok = d.trusted.Get(context.Background(), params.Query); ok {
		doc.trusted = true
	} else if doc.parsed, ok = d.recent.Get(context.Background(), params.Query); !ok {
		var refused *refusal
		if doc.parsed, refused = d.parse(params.Query, introspection); refused != nil {
			return nil, refused
		}
		if doc.trusted = d.isTrusted(params.Query); doc.trusted {
			d.trusted.Add(context.Background(), params.Query, doc.parsed)
		} else if len(params.Query) <= cachedBytes {
			d.recent.Add(context.Background(), params.Query, doc.parsed)
		}
	}
	if doc.introspects && !introspection {
		return nil, refuse(codeValidation, "Introspection is for callers who are signed in; the schema is also published as a file.")
	}
	doc.operation = doc.ast.Operations.ForName(params.OperationName)
	if doc.operation == nil {
		return nil, refuse(codeValidation, "operationName names none of the document's operations.")
	}
	root := map[ast.Operation]*ast.Definition{ast.Query: d.schema.Query, ast.Mutation: d.schema.Mutation, ast.Subscription: d.schema.Subscription}[doc.operation.Operation]
	if root == nil {
		return nil, refuse(codeValidation, "Operations of this kind are not served here.")
	}
	doc.root, doc.roots = root.Name, rootFields(doc.operation.SelectionSet)
	if doc.operation.Operation == ast.Subscription && !doc.single() {
		return nil, refuse(codeValidation, "A subscription selects one field, without conditions.")
	}
	return doc, nil
}

// single tells whether exactly one field of the schema is selected at the root,
// whatever the variables say.
func (d *document) single() bool {
	if len(d.roots) == 0 || conditional(d.operation.SelectionSet) {
		return false
	}
	for _, f := range d.roots {
		if f.Alias != d.roots[0].Alias || strings.HasPrefix(f.Name, "__") {
			return false
		}
	}
	return true
}

// conditional tells whether something at the root may be left out.
func conditional(set ast.SelectionSet) bool {
	leavesOut := func(directives ast.DirectiveList) bool {
		return directives.ForName("skip") != nil || directives.ForName("include") != nil
	}
	return slices.ContainsFunc(set, func(selection ast.Selection) bool {
		switch s := selection.(type) {
		case *ast.Field:
			return leavesOut(s.Directives)
		case *ast.InlineFragment:
			return leavesOut(s.Directives) || conditional(s.SelectionSet)
		case *ast.FragmentSpread:
			return leavesOut(s.Directives) || conditional(s.Definition.SelectionSet)
		}
		return false
	})
}

// parse reads and checks a text: size, tokens, shape, then the rules of the
// specification.
func (d *documents) parse(text string, introspection bool) (*parsed, *refusal) {
	if len(text) > d.limits.Document {
		return nil, tooComplex("The document is longer than %d bytes.", d.limits.Document)
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: text}, d.limits.Tokens)
	if err != nil {
		at, _ := errors.AsType[*gqlerror.Error](err)
		if at == nil || strings.HasPrefix(at.Message, "exceeded ") {
			return nil, tooComplex("The document has more than %d tokens, or nests deeper than any answer.", d.limits.Tokens)
		}
		return nil, requestErrors(gqlerror.List{{Message: at.Message, Locations: at.Locations, Extensions: map[string]any{"code": string(codeParse)}}})
	}
	if len(doc.Operations) == 0 {
		return nil, refuse(codeValidation, "The document holds no operation.")
	}
	introspects, refused := d.limits.checkShape(doc)
	if refused != nil {
		return nil, refused
	}
	if errs := validator.ValidateWithRules(d.schema, doc, ruleSet(introspection)); len(errs) > 0 {
		return nil, requestErrors(errs)
	}
	required, refused := checkLiterals(doc)
	if refused != nil {
		return nil, refused
	}
	return &parsed{ast: doc, introspects: introspects, required: required}, nil
}

// ruleSet is the specification's rules. Without introspection the errors do
// not guess what the caller meant: the guesses would tell the schema.
func ruleSet(suggestions bool) *rules.Rules {
	set := rules.NewDefaultRules()
	if suggestions {
		return set
	}
	for with, without := range map[string]validator.Rule{
		rules.FieldsOnCorrectTypeRule.Name: rules.FieldsOnCorrectTypeRuleWithoutSuggestions,
		rules.KnownArgumentNamesRule.Name:  rules.KnownArgumentNamesRuleWithoutSuggestions,
		rules.KnownTypeNamesRule.Name:      rules.KnownTypeNamesRuleWithoutSuggestions,
		rules.ScalarLeafsRule.Name:         rules.ScalarLeafsRuleWithoutSuggestions,
		rules.ValuesOfCorrectTypeRule.Name: rules.ValuesOfCorrectTypeRuleWithoutSuggestions,
	} {
		set.RemoveRule(with)
		set.AddRule(without.Name, without.RuleFunc)
	}
	return set
}

// rootFields lists the fields an operation selects at its root, fragments
// opened. The document is valid, so there are no cycles.
func rootFields(set ast.SelectionSet) []*ast.Field {
	var out []*ast.Field
	for _, selection := range set {
		switch s := selection.(type) {
		case *ast.Field:
			out = append(out, s)
		case *ast.InlineFragment:
			out = append(out, rootFields(s.SelectionSet)...)
		case *ast.FragmentSpread:
			out = append(out, rootFields(s.Definition.SelectionSet)...)
		}
	}
	return out
}

type documentKey struct{}

func withDocument(ctx context.Context, doc *ast.QueryDocument) context.Context {
	return context.WithValue(ctx, documentKey{}, doc)
}

// contextCache hands gqlgen's executor the document that was prepared for the
// request, so that it neither parses nor validates again.
type contextCache struct{}

// Get finds the document of the request.
func (contextCache) Get(ctx context.Context, _ string) (*ast.QueryDocument, bool) {
	doc, ok := ctx.Value(documentKey{}).(*ast.QueryDocument)
	return doc, ok
}

// Add does nothing: documents are kept elsewhere.
func (contextCache) Add(context.Context, string, *ast.QueryDocument) {}

func tooComplex(format string, args ...any) *refusal {
	return refuse(codeTooComplex, format, args...)
}

// invalidInput is the refusal of a value that stands in the document itself.
func invalidInput(format string, args ...any) *refusal {
	return refuse(fault.BadUserInput, format, args...)
}
