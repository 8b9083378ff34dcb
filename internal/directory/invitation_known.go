package directory

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/user"
)

// known is the user behind an address, and how he stands to the organization
// that wants him.
type known struct {
	user   *db.User
	here   *uuid.UUID // his membership of the organization, whatever became of it
	member bool       // and it has not ended
	asked  bool       // an open invitation asks him into the organization
	holds  map[uuid.UUID]bool
	// What his membership of the organization gives, with the rows of it.
	modules     map[string]uuid.UUID
	subAccounts map[uuid.UUID]uuid.UUID
	removed     bool // he was removed from some organization of the account,
	seated      bool // but is a member of another one, or is asked into one
}

// know sorts what was read by address.
func (f *facts) know(rows []knownRow) error {
	byID := map[uuid.UUID]*known{}
	for _, r := range rows {
		if r.Kind != "user" {
			continue
		}
		k := &known{user: &db.User{
			ID: r.UserID, AccountID: f.account.ID, OrganizationID: r.OrganizationID, EmailKey: *r.EmailKey, Status: user.Status(*r.Status),
			ResellerRole: (*user.ResellerRole)(r.ResellerRole), UserType: (*user.UserType)(r.UserType), Locale: r.Locale, DisplayName: *r.DisplayName,
		}}
		byID[r.UserID] = k
	}
	for _, r := range rows {
		switch r.Kind {
		case "sub-account":
			f.subAccounts[r.OrganizationID] = true
		case "administrator":
			f.hasAdmin = true
		case "seats":
			f.seatsLeft = max(0, f.seatsLeft-*r.N)
		}
		k := byID[r.UserID]
		if k == nil {
			continue
		}
		here := r.OrganizationID == f.org.ID
		switch r.Kind {
		case "membership":
			live := *r.Status != string(membership.StatusREMOVED)
			k.removed, k.seated = k.removed || !live, k.seated || live
			if here {
				k.here, k.member = r.RowID, live
				if err := errors.Join(decode(r.Modules, &k.modules), decode(r.SubAccounts, &k.subAccounts)); err != nil {
					return fmt.Errorf("read membership %s: %w", *r.RowID, err)
				}
			}
		case "invitation":
			k.asked, k.seated = k.asked || here, true
		case "role":
			if k.holds == nil {
				k.holds = map[uuid.UUID]bool{}
			}
			k.holds[*r.RowID] = true
		}
	}
	for _, k := range byID {
		if before := f.known[k.user.EmailKey]; before == nil || f.closer(k, before) {
			f.known[k.user.EmailKey] = k
		}
	}
	return nil
}

// decode reads an object, if there is one.
func decode(text *[]byte, into any) error {
	if text == nil {
		return nil
	}
	return json.Unmarshal(*text, into)
}

// closer orders the users of one address, who may be several where they were
// made one by one: who belongs to the organization, who is in use, who was
// there first.
func (f *facts) closer(a, b *known) bool {
	near := func(k *known) int {
		switch {
		case k.user.OrganizationID == f.org.ID:
			return 3
		case k.here != nil || k.asked:
			return 2
		case k.user.Status == user.StatusACTIVE:
			return 1
		}
		return 0
	}
	if near(a) != near(b) {
		return near(a) > near(b)
	}
	return bytes.Compare(a.user.ID[:], b.user.ID[:]) < 0 // ids grow with time
}

// hasSeat tells whether somebody has a seat in the account: all have, but plain
// members who were removed everywhere and are not asked back. See unseated.
func (k *known) hasSeat() bool { return k.user.UserType != nil || k.seated || !k.removed }
