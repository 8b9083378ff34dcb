package graph

import (
	"github.com/google/uuid"

	"tenantry/ent/schema"
	"tenantry/graph/model"
	"tenantry/internal/directory"
)

func userPatch(in model.UserUpdateInput) directory.UserPatch {
	return directory.UserPatch{
		ExpectedVersion: in.ExpectedVersion.Value(),
		FirstName:       field(in.FirstName), LastName: field(in.LastName), DisplayName: field(in.DisplayName),
		Phone: field(in.Phone), Timezone: field(in.Timezone), Locale: field(in.Locale), ExternalID: field(in.ExternalID),
	}
}

func suspension(in model.UserSuspendInput) directory.Suspension {
	return directory.Suspension{
		Motive: in.Motive.Value(), Reason: in.Reason.Value(), ExpectedVersion: in.ExpectedVersion.Value(),
	}
}

func deletion(in model.UserDeleteInput) directory.Deletion {
	return directory.Deletion{
		ConfirmEmail: in.ConfirmEmail, Reason: in.Reason.Value(), ExpectedVersion: in.ExpectedVersion.Value(),
	}
}

func userDeletePayload(id string, err error) (*model.UserDeletePayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.UserDeletePayload{Errors: errs}, err)
	}
	return &model.UserDeletePayload{DeletedID: &id, Errors: errs}, nil
}

// publicID prints a key for a nullable field.
func publicID(prefix string, key uuid.UUID) *string {
	id := schema.GlobalID(prefix, key)
	return &id
}
