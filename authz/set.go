package authz

import "math/bits"

// Set is a set of permissions, one bit each. The zero value is empty. Values
// are compared with == and copied freely.
type Set [2]uint64

// SetOf is the set of the given permissions.
func SetOf(ps ...Permission) Set {
	var s Set
	return s.With(ps...)
}

// Has reports whether p is in the set.
func (s Set) Has(p Permission) bool {
	return p.Valid() && s[p>>6&1]&(1<<(p&63)) != 0
}

// HasAny reports whether at least one of ps is in the set.
func (s Set) HasAny(ps ...Permission) bool {
	for _, p := range ps {
		if s.Has(p) {
			return true
		}
	}
	return false
}

// With is the set with ps added; values outside the catalogue are ignored.
func (s Set) With(ps ...Permission) Set {
	for _, p := range ps {
		if p.Valid() {
			s[p>>6&1] |= 1 << (p & 63)
		}
	}
	return s
}

// Union holds what is in s or in t.
func (s Set) Union(t Set) Set { return Set{s[0] | t[0], s[1] | t[1]} }

// Without is the set with ps taken out.
func (s Set) Without(ps ...Permission) Set { return s.Minus(SetOf(ps...)) }

// Minus holds what is in s and not in t.
func (s Set) Minus(t Set) Set { return Set{s[0] &^ t[0], s[1] &^ t[1]} }

// SubsetOf reports whether t holds everything in s.
func (s Set) SubsetOf(t Set) bool { return s.Minus(t).Empty() }

// Empty reports whether nothing is in the set.
func (s Set) Empty() bool { return s == Set{} }

// Len is the number of permissions in the set.
func (s Set) Len() int { return bits.OnesCount64(s[0]) + bits.OnesCount64(s[1]) }

// List gives the permissions in the order of the catalogue.
func (s Set) List() []Permission {
	list := make([]Permission, 0, s.Len())
	for p := Permission(1); p < permissionEnd; p++ {
		if s.Has(p) {
			list = append(list, p)
		}
	}
	return list
}
