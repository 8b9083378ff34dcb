package resource

import (
	"context"
	"fmt"
	"regexp"
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/custommodel"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/feature"
	"tenantry/internal/rule"
)

// Limits of custom models.
const (
	maxModels      = 500 // of one organization
	maxModelKey    = 60
	maxDescription = 1000
)

// NewModel is a custom model to enter.
type NewModel struct {
	OrganizationID         uuid.UUID
	Key, Name              string
	Description, BaseModel *string
	Task                   custommodel.Task
	IdempotencyKey         *string
}

// ModelPatch changes a custom model.
type ModelPatch struct {
	ExpectedVersion        *int
	Name                   *string
	Description, BaseModel rule.Set[string]
}

// ModelCreate enters a custom model, as a draft. Refusals: NOT_FOUND,
// WRONG_STATE, FEATURE_DISABLED, REQUIRED, INVALID, TOO_LONG, TAKEN (key),
// LIMIT_REACHED, IDEMPOTENCY_KEY_REUSED. [000]
func (s *Service) ModelCreate(ctx context.Context, in NewModel) (*db.CustomModel, error) {
	var errs fault.Refusals
	in.Key = modelKey(&errs, in.Key)
	in.Name = rule.Name(&errs, "input.name", in.Name, rule.MaxName)
	in.Description = described(&errs, in.Description)
	in.BaseModel = rule.Maybe(&errs, "input.baseModel", in.BaseModel, rule.MaxName)
	in.IdempotencyKey = rule.Maybe(&errs, "input.idempotencyKey", in.IdempotencyKey, rule.MaxKey)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var created *db.CustomModel
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		place, err := rule.LockPlace(ctx, tx, in.OrganizationID)
		if err != nil {
			return err
		}
		if err := rule.Deny(s.Authorizer.CustomModelCreate(authz.FromContext(ctx), place.Target()), "input.organizationId"); err != nil {
			return err
		}
		id, err := rule.Once(ctx, tx, s.now(), "customModelCreate", in.IdempotencyKey, in, func() (uuid.UUID, error) {
			return s.insertModel(ctx, tx, place, in)
		})
		if err != nil {
			return err
		}
		created, err = tx.Client.CustomModel.Query().Where(custommodel.ID(id)).Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.Missing, "input.idempotencyKey", "The model that was made with this key is gone.")
		}
		return err
	})
	return created, err
}

func (s *Service) insertModel(ctx context.Context, tx *database.Tx, place *rule.Place, in NewModel) (uuid.UUID, error) {
	id, now, org := schema.NewID(), s.now(), place.Organization
	if err := place.Needs(ctx, tx, feature.CustomModels, "input.organizationId"); err != nil {
		return id, err
	}
	keys, err := tx.Client.CustomModel.Query().Where(custommodel.OrganizationID(org.ID)).Select(custommodel.FieldKey).Strings(ctx)
	switch {
	case err != nil:
		return id, fmt.Errorf("read keys of models of organization %s: %w", org.ID, err)
	case slices.Contains(keys, in.Key):
		return id, fault.Refuse(fault.Taken, "input.key", "Another model of the organization has this key.")
	case len(keys) >= maxModels:
		return id, fault.Refuse(fault.LimitReached, "input.organizationId", "An organization has at most %d models.", maxModels)
	}
	created, err := tx.Client.CustomModel.Create().SetID(id).SetOrganizationID(org.ID).SetAccountID(org.AccountID).
		SetKey(in.Key).SetName(in.Name).SetSortName(rule.Fold(in.Name)).SetDescription(rule.Or(in.Description, "")).
		SetTask(in.Task).SetBaseModel(rule.Or(in.BaseModel, "")).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	if err != nil {
		return id, fmt.Errorf("create custom model: %w", err)
	}
	changes := slices.Concat(audit.Text("key", "", in.Key), audit.Text("name", "", in.Name), audit.Text("task", "", string(in.Task)),
		audit.Text("baseModel", "", rule.Or(in.BaseModel, "")))
	return id, audit.Record(ctx, tx, modelEvent(created, now, "created", changes))
}

// ModelUpdate changes what the patch names. Refusals: NOT_FOUND, WRONG_STATE,
// STALE, REQUIRED, INVALID, TOO_LONG.
func (s *Service) ModelUpdate(ctx context.Context, id uuid.UUID, p ModelPatch) (*db.CustomModel, error) {
	var errs fault.Refusals
	if p.Name != nil {
		p.Name = new(rule.Name(&errs, "input.name", *p.Name, rule.MaxName))
	}
	p.Description.Value = described(&errs, p.Description.Value)
	p.BaseModel.Value = rule.Maybe(&errs, "input.baseModel", p.BaseModel.Value, rule.MaxName)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return s.changeModel(ctx, authz.CustomModelActionUpdate, id, p.ExpectedVersion, "input.expectedVersion",
		func(ctx context.Context, tx *database.Tx, _ *rule.Place, m *db.CustomModel) error {
			change := tx.Client.CustomModel.Update().Where(custommodel.ID(id))
			var changes []audit.Change
			if p.Name != nil {
				changes = append(changes, audit.Text("name", m.Name, *p.Name)...)
				change.SetName(*p.Name).SetSortName(rule.Fold(*p.Name))
			}
			if p.Description.Given {
				text := rule.Or(p.Description.Value, "")
				changes = append(changes, audit.Text("description", m.Description, text)...)
				change.SetDescription(text)
			}
			if p.BaseModel.Given {
				text := rule.Or(p.BaseModel.Value, "")
				changes = append(changes, audit.Text("baseModel", m.BaseModel, text)...)
				change.SetBaseModel(text)
			}
			return s.saveModel(ctx, tx, m, change, "updated", changes)
		})
}

// ModelActivate puts a model in use. Refusals: NOT_FOUND, WRONG_STATE,
// FEATURE_DISABLED, STALE.
func (s *Service) ModelActivate(ctx context.Context, id uuid.UUID, expectedVersion *int) (*db.CustomModel, error) {
	return s.changeModel(ctx, authz.CustomModelActionActivate, id, expectedVersion, "expectedVersion",
		func(ctx context.Context, tx *database.Tx, place *rule.Place, m *db.CustomModel) error {
			if err := place.Needs(ctx, tx, feature.CustomModels, "id"); err != nil {
				return err
			}
			change := tx.Client.CustomModel.Update().Where(custommodel.ID(id)).SetStatus(custommodel.StatusACTIVE)
			return s.saveModel(ctx, tx, m, change, "activated", audit.Text("status", string(m.Status), string(custommodel.StatusACTIVE)))
		})
}

// ModelRetire takes a model out of use. Refusals: NOT_FOUND, WRONG_STATE, STALE.
func (s *Service) ModelRetire(ctx context.Context, id uuid.UUID, expectedVersion *int) (*db.CustomModel, error) {
	return s.changeModel(ctx, authz.CustomModelActionRetire, id, expectedVersion, "expectedVersion",
		func(ctx context.Context, tx *database.Tx, _ *rule.Place, m *db.CustomModel) error {
			change := tx.Client.CustomModel.Update().Where(custommodel.ID(id)).SetStatus(custommodel.StatusRETIRED)
			return s.saveModel(ctx, tx, m, change, "retired", audit.Text("status", string(m.Status), string(custommodel.StatusRETIRED)))
		})
}

// ModelDelete removes a model that is not in use. Refusals: NOT_FOUND,
// WRONG_STATE.
func (s *Service) ModelDelete(ctx context.Context, id uuid.UUID) error {
	_, err := s.changeModel(ctx, authz.CustomModelActionDelete, id, nil, "",
		func(ctx context.Context, tx *database.Tx, _ *rule.Place, m *db.CustomModel) error {
			if _, err := tx.Client.CustomModel.Delete().Where(custommodel.ID(id)).Exec(ctx); err != nil {
				return fmt.Errorf("delete custom model %s: %w", id, err)
			}
			changes := slices.Concat(audit.Text("key", m.Key, ""), audit.Text("name", m.Name, ""))
			return audit.Record(ctx, tx, modelEvent(m, s.now(), "deleted", changes))
		})
	return err
}

// saveModel writes a change and its line; without changes nothing.
func (s *Service) saveModel(ctx context.Context, tx *database.Tx, m *db.CustomModel, change *db.CustomModelUpdate, action string, changes []audit.Change) error {
	if len(changes) == 0 {
		return nil
	}
	now := s.now()
	if err := change.SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return fmt.Errorf("change custom model %s: %w", m.ID, err)
	}
	return audit.Record(ctx, tx, modelEvent(m, now, action, changes))
}

// changeModel locks the account of a model and then the model, asks the policy,
// and carries out a change. It answers the model as it is then, nil when gone.
func (s *Service) changeModel(ctx context.Context, action authz.CustomModelAction, id uuid.UUID, expected *int, path string,
	change func(context.Context, *database.Tx, *rule.Place, *db.CustomModel) error,
) (*db.CustomModel, error) {
	var changed *db.CustomModel
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		v := authz.FromContext(ctx)
		m, err := tx.Client.CustomModel.Query().Where(custommodel.ID(id)).Only(ctx)
		if err != nil && !db.IsNotFound(err) {
			return fmt.Errorf("read custom model %s: %w", id, err)
		}
		var place *rule.Place
		if m != nil {
			if place, err = rule.LockPlace(ctx, tx, m.OrganizationID); err != nil {
				return err
			}
			m, err = tx.Client.CustomModel.Query().Where(custommodel.ID(id)).ForUpdate().Only(ctx)
			if err != nil && !db.IsNotFound(err) {
				return fmt.Errorf("lock custom model %s: %w", id, err)
			}
		}
		var target authz.OwnedTarget
		if m != nil && place != nil {
			target = place.Own(m.ID, string(m.Status))
		}
		if err := rule.Deny(s.Authorizer.CustomModel(v, action, target), "id"); err != nil {
			return err
		}
		if err := rule.Stale(expected, m.Version, path); err != nil {
			return err
		}
		if err := change(ctx, tx, place, m); err != nil {
			return err
		}
		changed, err = tx.Client.CustomModel.Query().Where(custommodel.ID(id)).Only(ctx)
		if db.IsNotFound(err) {
			changed, err = nil, nil
		}
		return err
	})
	return changed, err
}

// modelKey checks the stable name of a model.
func modelKey(errs *fault.Refusals, key string) string {
	const path = "input.key"
	switch {
	case key == "":
		errs.Add(fault.Required, path, "A key is required.")
	case len(key) > maxModelKey:
		errs.Add(fault.TooLong, path, "At most %d characters are allowed.", maxModelKey)
	case !regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`).MatchString(key):
		errs.Add(fault.Invalid, path, "A key has lower-case letters, digits and single hyphens between them.")
	}
	return key
}

// described cleans a description, which may have several lines.
func described(errs *fault.Refusals, text *string) *string {
	if text == nil {
		return nil
	}
	if s := rule.Clean(errs, "input.description", *text, maxDescription); s != "" {
		return &s
	}
	return nil
}
