// Package resource answers what organizations own beside people: the models made
// for them, and the storage accounts their files lie in. Both are records here;
// nothing is trained or stored.
package resource

import (
	"time"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/internal/audit"
	"tenantry/internal/database"
)

// Service carries out the changes. All fields are required.
type Service struct {
	DB         *database.DB
	Authorizer *authz.Authorizer
	Now        func() time.Time
}

// now is the clock in the exactness the database keeps.
func (s *Service) now() time.Time { return s.Now().UTC().Truncate(time.Microsecond) }

func modelEvent(m *db.CustomModel, at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: "custom_model." + action, OrganizationID: m.OrganizationID, AccountID: m.AccountID,
		TargetType: "CustomModel", TargetID: m.ID, TargetName: m.Name, Changes: changes,
	}
}

func storageEvent(a *db.StorageAccount, at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: "storage_account." + action, OrganizationID: a.OrganizationID, AccountID: a.AccountID,
		TargetType: "StorageAccount", TargetID: a.ID, TargetName: a.Name, Changes: changes,
	}
}
