package contract

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/validator/rules"
)

// The pattern also matches a hand-written file, so that the package builds,
// and can write documents.json anew, when that is missing.
//
//go:embed *s.json
var files embed.FS

// LoadManifest gives the trusted documents this binary was built with: the
// bare hex SHA-256 of each text → the text.
func LoadManifest() (map[string]string, error) {
	data, err := files.ReadFile("documents.json")
	if err != nil {
		return nil, fmt.Errorf("contract: read the trusted documents: %w", err)
	}
	return ParseManifest(data)
}

// ParseManifest reads a documents.json and refuses it when a text does not
// have the hash it is filed under.
func ParseManifest(data []byte) (map[string]string, error) {
	var manifest map[string]string
	if err := json.Unmarshal(data, &manifest); err != nil {
		return nil, fmt.Errorf("contract: read the trusted documents: %w", err)
	}
	for hash, text := range manifest {
		if Hash(text) != hash {
			return nil, fmt.Errorf("contract: trusted document %s does not have this hash", hash)
		}
	}
	return manifest, nil
}

// ReadPersisted takes the documents that another compiler has written and
// stored as documents.json has them, such as Relay's, in the order of their
// names.
func ReadPersisted(schema *ast.Schema, data []byte) ([]Operation, error) {
	manifest, err := ParseManifest(data)
	if err != nil {
		return nil, err
	}
	var found []Operation
	for hash, text := range manifest {
		document, errs := gqlparser.LoadQueryWithRules(schema, text, rules.NewDefaultRules())
		if len(errs) > 0 {
			return nil, fmt.Errorf("contract: document %s: %w", hash, errs)
		}
		if len(document.Operations) != 1 || document.Operations[0].Name == "" {
			return nil, fmt.Errorf("contract: document %s: want one operation with a name", hash)
		}
		found = append(found, Operation{Name: document.Operations[0].Name, Text: text, node: document.Operations[0]})
	}
	byName(found, func(o Operation) string { return o.Name })
	return found, nil
}

// Hash is the id of a trusted document: the SHA-256 of its exact text, in
// lower-case hex.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}
