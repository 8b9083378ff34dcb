package connection

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"tenantry/internal/fault"
)

const (
	cursorVersion = 1
	// maxCursor is the longest cursor read, in characters: three text keys
	// of 2 kB each. Columns that can be sorted by must be shorter.
	maxCursor = 8192
	// Times a cursor may name, in microseconds: the years 1 to 9999, what
	// both RFC 3339 and PostgreSQL can write.
	minMicro = -62_135_596_800_000_000
	maxMicro = 253_402_300_799_999_999
)

// encode writes the keys of one row: a version byte, the fingerprint of the
// list and its order, then per key a presence byte and the value.
func (o Order[T]) encode(vals []any) string {
	b := binary.BigEndian.AppendUint32([]byte{cursorVersion}, o.print)
	for _, v := range vals {
		if v == nil {
			b = append(b, 0)
			continue
		}
		b = append(b, 1)
		switch x := v.(type) {
		case string:
			b = binary.AppendUvarint(b, uint64(len(x)))
			b = append(b, x...)
		case int64:
			b = binary.AppendVarint(b, x)
		case time.Time:
			b = binary.AppendVarint(b, x.UnixMicro())
		case uuid.UUID:
			b = append(b, x[:]...)
		case bool:
			if x {
				b = append(b, 1)
			} else {
				b = append(b, 0)
			}
		}
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

// decode reads a cursor given as argument name. Only what encode writes is
// accepted.
func (o Order[T]) decode(name, cursor string) ([]any, error) {
	path := []string{name}
	malformed := fault.Input(path, "%s is not a cursor of this list", name)
	if len(cursor) > maxCursor {
		return nil, malformed
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(cursor)
	if err != nil || len(raw) < 5 || raw[0] != cursorVersion || strings.ContainsAny(cursor, "\r\n") {
		return nil, malformed
	}
	if binary.BigEndian.Uint32(raw[1:5]) != o.print {
		return nil, fault.Input(path, "%s is a cursor of another order; start again from the first page", name)
	}
	rd := bytes.NewReader(raw[5:])
	vals := make([]any, len(o.terms))
	for i, t := range o.terms {
		present, err := rd.ReadByte()
		switch {
		case err != nil || present > 1 || present == 0 && !t.Nullable:
			return nil, malformed
		case present == 0:
			continue
		}
		if vals[i] = t.Kind.read(rd); vals[i] == nil {
			return nil, malformed
		}
	}
	if rd.Len() != 0 || o.encode(vals) != cursor {
		return nil, malformed
	}
	return vals, nil
}

// read takes one value off a cursor; nil means it cannot be one.
func (k Kind) read(rd *bytes.Reader) any {
	switch k {
	case Text:
		n, err := binary.ReadUvarint(rd)
		if err != nil || n > uint64(rd.Len()) {
			return nil
		}
		b := make([]byte, n)
		_, _ = rd.Read(b) // n bytes are there
		if !utf8.Valid(b) || bytes.IndexByte(b, 0) >= 0 {
			return nil
		}
		return string(b)
	case Int:
		if n, err := binary.ReadVarint(rd); err == nil {
			return n
		}
	case Time:
		if n, err := binary.ReadVarint(rd); err == nil && n >= minMicro && n <= maxMicro {
			return time.UnixMicro(n).UTC()
		}
	case UUID:
		var id uuid.UUID
		if n, err := rd.Read(id[:]); err == nil && n == len(id) {
			return id
		}
	case Bool:
		if b, err := rd.ReadByte(); err == nil && b <= 1 {
			return b == 1
		}
	}
	return nil
}
