package schema

import (
	"fmt"
	"strings"

	"github.com/google/uuid"
	"go.jetify.com/typeid/base32"
)

// TypeID is the prefix of an entity's public ids, after the TypeID
// specification: user_01h455vb4pex5vsknk084sn02q.
type TypeID struct{ Prefix string }

// Name of the annotation in ent's templates.
func (TypeID) Name() string { return "TypeID" }

// GlobalID prints the public form of a key.
func GlobalID(prefix string, id uuid.UUID) string {
	return prefix + "_" + base32.Encode(id)
}

// ParseGlobalID splits a public id into prefix and key.
func ParseGlobalID(s string) (prefix string, key uuid.UUID, err error) {
	i := strings.LastIndexByte(s, '_')
	if i <= 0 || len(s)-i-1 != 26 {
		return "", uuid.Nil, fmt.Errorf("id %.80q: not a prefix and 26 characters", s)
	}
	raw, err := base32.Decode(s[i+1:])
	if err != nil {
		return "", uuid.Nil, fmt.Errorf("id %.80q: %w", s, err)
	}
	return s[:i], uuid.UUID(raw), nil
}
