-- 20261128032946_AddCanChangePropertyType
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
CREATE TABLE "companies" (
    "id" TEXT NOT NULL CONSTRAINT "PK_companies" PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL
);
CREATE TABLE "access_tokens" (
    "hash" BLOB NOT NULL CONSTRAINT "PK_access_tokens" PRIMARY KEY,
    "company_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NULL,
    "revoked_at" TEXT NULL,
    CONSTRAINT "FK_access_tokens_companies_company_id" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE CASCADE
);
CREATE TABLE "collections" (
    "company_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "description" TEXT NULL,
    "seo_title" TEXT NULL,
    "seo_description" TEXT NULL,
    "collection_type" TEXT NULL,
    "system" INTEGER NOT NULL,
    "item_count" INTEGER NOT NULL,
    "show_in_store" INTEGER NOT NULL,
    "parent_id" TEXT NULL,
    "depth" INTEGER NOT NULL,
    "position" INTEGER NULL,
    "image_url" TEXT NULL,
    "image_large_url" TEXT NULL,
    "name_folded" TEXT NOT NULL,
    CONSTRAINT "PK_collections" PRIMARY KEY ("company_id", "id"),
    CONSTRAINT "FK_collections_collections_company_id_parent_id" FOREIGN KEY ("company_id", "parent_id") REFERENCES "collections" ("company_id", "id") ON DELETE RESTRICT,
    CONSTRAINT "FK_collections_companies_company_id" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE CASCADE
);
CREATE TABLE "artwork_details" (
    "company_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "artist_id" TEXT NOT NULL,
    "artist_name" TEXT NOT NULL,
    "category" TEXT NULL,
    "medium" TEXT NULL,
    "date" TEXT NULL,
    "height_millimetres" REAL NULL,
    "width_millimetres" REAL NULL,
    "depth_millimetres" REAL NULL,
    "credit_line" TEXT NULL,
    "permalink" TEXT NULL,
    CONSTRAINT "PK_artwork_details" PRIMARY KEY ("company_id", "item_id"),
    CONSTRAINT "FK_artwork_details_items_company_id_item_id" FOREIGN KEY ("company_id", "item_id") REFERENCES "items" ("company_id", "id") ON DELETE CASCADE
);
CREATE TABLE "collection_items" (
    "company_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "collection_id" TEXT NOT NULL,
    "position" INTEGER NULL,
    "implicit" INTEGER NOT NULL,
    CONSTRAINT "PK_collection_items" PRIMARY KEY ("company_id", "id"),
    CONSTRAINT "FK_collection_items_collections_company_id_collection_id" FOREIGN KEY ("company_id", "collection_id") REFERENCES "collections" ("company_id", "id") ON DELETE RESTRICT,
    CONSTRAINT "FK_collection_items_items_company_id_item_id" FOREIGN KEY ("company_id", "item_id") REFERENCES "items" ("company_id", "id") ON DELETE RESTRICT
);
CREATE TABLE "items" (
    "company_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "archived" INTEGER NOT NULL,
    "archived_at" TEXT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "product_type" TEXT NOT NULL,
    "extra_information" TEXT NULL,
    "description" TEXT NULL,
    "excerpt" TEXT NULL,
    "show_in_store" INTEGER NOT NULL,
    "sorting_weight" INTEGER NOT NULL,
    "discountable" INTEGER NOT NULL,
    "taxable" INTEGER NOT NULL,
    "seo_title" TEXT NULL,
    "seo_description" TEXT NULL,
    "tag_list" TEXT NOT NULL,
    "photo_id" TEXT NULL,
    "tax_category_id" TEXT NULL,
    "name_folded" TEXT NOT NULL,
    "group_name" TEXT NULL,
    "sku" TEXT NULL,
    "buffer_time_before" INTEGER NULL,
    "buffer_time_after" INTEGER NULL,
    "tracking_type" TEXT NULL,
    "trackable" INTEGER NULL,
    "has_variations" INTEGER NULL,
    "variation" INTEGER NULL,
    "base_price_in_cents" INTEGER NULL,
    "flat_fee_price_in_cents" INTEGER NULL,
    "structure_price_in_cents" INTEGER NULL,
    "price_type" TEXT NULL,
    "price_period" TEXT NULL,
    "deposit_in_cents" INTEGER NULL,
    "default_purchase_cost_in_cents" INTEGER NULL,
    "weight" TEXT NULL,
    "properties" TEXT NULL,
    "price_ruleset_id" TEXT NULL,
    "price_structure_id" TEXT NULL,
    "allow_shortage" INTEGER NULL,
    "shortage_limit" INTEGER NULL,
    "variation_fields" TEXT NULL,
    "stock_item_properties" TEXT NULL,
    "sku_folded" TEXT NULL,
    CONSTRAINT "PK_items" PRIMARY KEY ("company_id", "id"),
    CONSTRAINT "FK_items_companies_company_id" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE CASCADE,
    CONSTRAINT "FK_items_photos_company_id_photo_id" FOREIGN KEY ("company_id", "photo_id") REFERENCES "photos" ("company_id", "id") ON DELETE RESTRICT
);
CREATE TABLE "photos" (
    "company_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "original_url" TEXT NOT NULL,
    "large_url" TEXT NOT NULL,
    "xlarge_url" TEXT NOT NULL,
    "coordinates" TEXT NOT NULL,
    "alt_text" TEXT NULL,
    "preview" TEXT NULL,
    "position" INTEGER NOT NULL,
    "width" INTEGER NULL,
    "height" INTEGER NULL,
    "owner_id" TEXT NOT NULL,
    "owner_type" TEXT NOT NULL,
    CONSTRAINT "PK_photos" PRIMARY KEY ("company_id", "id"),
    CONSTRAINT "FK_photos_items_company_id_owner_id" FOREIGN KEY ("company_id", "owner_id") REFERENCES "items" ("company_id", "id") ON DELETE CASCADE
);
CREATE INDEX "IX_access_tokens_company_id" ON "access_tokens" ("company_id");
CREATE INDEX "IX_artwork_details_company_id_artist_id" ON "artwork_details" ("company_id", "artist_id");
CREATE UNIQUE INDEX "IX_collection_items_company_id_collection_id_item_id" ON "collection_items" ("company_id", "collection_id", "item_id");
CREATE INDEX "IX_collection_items_company_id_collection_id_position_created_at_id_implicit" ON "collection_items" ("company_id", "collection_id", "position", "created_at", "id", "implicit");
CREATE INDEX "IX_collection_items_company_id_created_at_id" ON "collection_items" ("company_id", "created_at", "id");
CREATE INDEX "IX_collection_items_company_id_implicit_created_at_id" ON "collection_items" ("company_id", "implicit", "created_at", "id");
CREATE INDEX "IX_collection_items_company_id_item_id_implicit_collection_id" ON "collection_items" ("company_id", "item_id", "implicit", "collection_id");
CREATE INDEX "IX_collection_items_company_id_position_created_at_id_implicit" ON "collection_items" ("company_id", "position", "created_at", "id", "implicit");
CREATE INDEX "IX_collections_company_id_created_at_id" ON "collections" ("company_id", "created_at", "id");
CREATE INDEX "IX_collections_company_id_parent_id_position_created_at_id" ON "collections" ("company_id", "parent_id", "position", "created_at", "id");
CREATE INDEX "IX_collections_company_id_position_created_at_id" ON "collections" ("company_id", "position", "created_at", "id");
CREATE UNIQUE INDEX "IX_collections_company_id_slug" ON "collections" ("company_id", "slug");
CREATE UNIQUE INDEX "IX_companies_slug" ON "companies" ("slug");
CREATE INDEX "IX_items_company_id_created_at_id" ON "items" ("company_id", "created_at", "id");
CREATE INDEX "IX_items_company_id_kind_created_at_id" ON "items" ("company_id", "kind", "created_at", "id");
CREATE INDEX "IX_items_company_id_name_folded_name_id" ON "items" ("company_id", "name_folded", "name", "id");
CREATE INDEX "IX_items_company_id_photo_id" ON "items" ("company_id", "photo_id");
CREATE INDEX "IX_items_company_id_sku_folded" ON "items" ("company_id", "sku_folded");
CREATE UNIQUE INDEX "IX_items_company_id_slug" ON "items" ("company_id", "slug");
CREATE INDEX "IX_photos_company_id_owner_id_position_created_at_id" ON "photos" ("company_id", "owner_id", "position", "created_at", "id");
CREATE INDEX "IX_photos_company_id_position_created_at_id" ON "photos" ("company_id", "position", "created_at", "id");
CREATE TABLE "server_keys" (
    "name" TEXT NOT NULL CONSTRAINT "PK_server_keys" PRIMARY KEY,
    "value" BLOB NOT NULL
);
CREATE TABLE "applications" (
    "company_id" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "secret_hash" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    CONSTRAINT "PK_applications" PRIMARY KEY ("company_id", "client_id"),
    CONSTRAINT "FK_applications_companies_company_id" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE CASCADE
);
CREATE TABLE "users" (
    "company_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT NULL,
    "email_folded" TEXT NOT NULL,
    CONSTRAINT "PK_users" PRIMARY KEY ("company_id", "id"),
    CONSTRAINT "FK_users_companies_company_id" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE CASCADE
);
CREATE TABLE "favourites_tokens" (
    "hash" BLOB NOT NULL CONSTRAINT "PK_favourites_tokens" PRIMARY KEY,
    "company_id" TEXT NOT NULL,
    "user_id" TEXT NULL,
    "client_id" TEXT NULL,
    "offline" INTEGER NOT NULL,
    "created_at" TEXT NOT NULL,
    "expires_at" TEXT NULL,
    "revoked_at" TEXT NULL,
    CONSTRAINT "FK_favourites_tokens_applications_company_id_client_id" FOREIGN KEY ("company_id", "client_id") REFERENCES "applications" ("company_id", "client_id") ON DELETE CASCADE,
    CONSTRAINT "FK_favourites_tokens_companies_company_id" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE CASCADE,
    CONSTRAINT "FK_favourites_tokens_users_company_id_user_id" FOREIGN KEY ("company_id", "user_id") REFERENCES "users" ("company_id", "id") ON DELETE CASCADE
);
CREATE TABLE "user_collections" (
    "company_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NULL,
    "default" INTEGER NOT NULL,
    "private" INTEGER NOT NULL,
    CONSTRAINT "PK_user_collections" PRIMARY KEY ("company_id", "id"),
    CONSTRAINT "FK_user_collections_users_company_id_user_id" FOREIGN KEY ("company_id", "user_id") REFERENCES "users" ("company_id", "id") ON DELETE CASCADE
);
CREATE TABLE "user_collection_items" (
    "company_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "collection_id" TEXT NOT NULL,
    "artwork_id" TEXT NOT NULL,
    "rank" INTEGER NOT NULL, "user_id" TEXT NOT NULL DEFAULT '', "visible" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PK_user_collection_items" PRIMARY KEY ("company_id", "id"),
    CONSTRAINT "FK_user_collection_items_items_company_id_artwork_id" FOREIGN KEY ("company_id", "artwork_id") REFERENCES "items" ("company_id", "id") ON DELETE RESTRICT,
    CONSTRAINT "FK_user_collection_items_user_collections_company_id_collection_id" FOREIGN KEY ("company_id", "collection_id") REFERENCES "user_collections" ("company_id", "id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "IX_applications_client_id" ON "applications" ("client_id");
CREATE INDEX "IX_favourites_tokens_company_id_client_id" ON "favourites_tokens" ("company_id", "client_id");
CREATE INDEX "IX_favourites_tokens_company_id_user_id" ON "favourites_tokens" ("company_id", "user_id");
CREATE INDEX "IX_user_collection_items_company_id_artwork_id" ON "user_collection_items" ("company_id", "artwork_id");
CREATE UNIQUE INDEX "IX_user_collection_items_company_id_collection_id_artwork_id" ON "user_collection_items" ("company_id", "collection_id", "artwork_id");
CREATE UNIQUE INDEX "IX_user_collections_company_id_user_id" ON "user_collections" ("company_id", "user_id") WHERE "default";
CREATE INDEX "IX_user_collections_company_id_user_id_created_at_id" ON "user_collections" ("company_id", "user_id", "created_at", "id");
CREATE UNIQUE INDEX "IX_users_company_id_email_folded" ON "users" ("company_id", "email_folded");
CREATE INDEX "IX_user_collection_items_company_id_collection_id_rank_id_visible" ON "user_collection_items" ("company_id", "collection_id", "rank", "id", "visible");
CREATE TABLE "default_properties" (
    "company_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "property_type" TEXT NOT NULL,
    "show_on" TEXT NOT NULL,
    "validation_required" INTEGER NOT NULL,
    "owner_type" TEXT NOT NULL,
    "select_options" TEXT NOT NULL,
    "editable" INTEGER NOT NULL, "can_change_property_type" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "PK_default_properties" PRIMARY KEY ("company_id", "id"),
    CONSTRAINT "FK_default_properties_companies_company_id" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE CASCADE
);
CREATE TABLE "operations" (
    "company_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "status_message" TEXT NULL,
    "finished_at" TEXT NULL,
    "description" TEXT NOT NULL,
    "artifact" TEXT NOT NULL,
    "error_data" TEXT NOT NULL,
    "error_count" INTEGER NOT NULL,
    "target_type" TEXT NULL,
    "employee_id" TEXT NULL,
    "operation_type" TEXT NOT NULL,
    "operation_data" TEXT NOT NULL,
    "progress" INTEGER NOT NULL,
    CONSTRAINT "PK_operations" PRIMARY KEY ("company_id", "id"),
    CONSTRAINT "FK_operations_companies_company_id" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE CASCADE
);
CREATE TABLE "products" (
    "company_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "archived" INTEGER NOT NULL,
    "archived_at" TEXT NULL,
    "product_group_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "variation_values" TEXT NOT NULL,
    "sorting_weight" INTEGER NOT NULL,
    "base_price_in_cents" INTEGER NOT NULL,
    "price_overridden" INTEGER NOT NULL,
    "weight" TEXT NULL,
    "weight_overridden" INTEGER NOT NULL,
    "photo_id" TEXT NULL,
    "name_folded" TEXT NOT NULL,
    CONSTRAINT "PK_products" PRIMARY KEY ("company_id", "id"),
    CONSTRAINT "FK_products_companies_company_id" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE CASCADE,
    CONSTRAINT "FK_products_items_company_id_product_group_id" FOREIGN KEY ("company_id", "product_group_id") REFERENCES "items" ("company_id", "id") ON DELETE CASCADE,
    CONSTRAINT "FK_products_photos_company_id_photo_id" FOREIGN KEY ("company_id", "photo_id") REFERENCES "photos" ("company_id", "id") ON DELETE RESTRICT
);
CREATE TABLE "tags" (
    "company_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "item_kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    CONSTRAINT "PK_tags" PRIMARY KEY ("company_id", "id"),
    CONSTRAINT "FK_tags_companies_company_id" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE CASCADE
);
CREATE TABLE "url_redirects" (
    "company_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "from_path" TEXT NOT NULL,
    "to_path" TEXT NOT NULL,
    CONSTRAINT "PK_url_redirects" PRIMARY KEY ("company_id", "id"),
    CONSTRAINT "FK_url_redirects_companies_company_id" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE CASCADE
);
CREATE TABLE "properties" (
    "company_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "updated_at" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "property_type" TEXT NOT NULL,
    "show_on" TEXT NOT NULL,
    "validation_required" INTEGER NOT NULL,
    "meets_validation_requirements" INTEGER NOT NULL,
    "value" TEXT NULL,
    "default_property_id" TEXT NULL,
    "owner_id" TEXT NOT NULL,
    "owner_type" TEXT NOT NULL,
    "first_name" TEXT NULL,
    "last_name" TEXT NULL,
    "address1" TEXT NULL,
    "address2" TEXT NULL,
    "city" TEXT NULL,
    "region" TEXT NULL,
    "zipcode" TEXT NULL,
    "country" TEXT NULL,
    "country_id" TEXT NULL,
    "province_id" TEXT NULL,
    "latitude" TEXT NULL,
    "longitude" TEXT NULL,
    CONSTRAINT "PK_properties" PRIMARY KEY ("company_id", "id"),
    CONSTRAINT "FK_properties_companies_company_id" FOREIGN KEY ("company_id") REFERENCES "companies" ("id") ON DELETE CASCADE,
    CONSTRAINT "FK_properties_default_properties_company_id_default_property_id" FOREIGN KEY ("company_id", "default_property_id") REFERENCES "default_properties" ("company_id", "id") ON DELETE RESTRICT,
    CONSTRAINT "FK_properties_items_company_id_owner_id" FOREIGN KEY ("company_id", "owner_id") REFERENCES "items" ("company_id", "id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "IX_default_properties_company_id_owner_type_identifier" ON "default_properties" ("company_id", "owner_type", "identifier");
CREATE INDEX "IX_default_properties_company_id_position_created_at_id" ON "default_properties" ("company_id", "position", "created_at", "id");
CREATE INDEX "IX_operations_company_id_created_at_id" ON "operations" ("company_id", "created_at", "id");
CREATE INDEX "IX_operations_company_id_status_created_at_id" ON "operations" ("company_id", "status", "created_at", "id");
CREATE INDEX "IX_products_company_id_created_at_id" ON "products" ("company_id", "created_at", "id");
CREATE INDEX "IX_products_company_id_name_folded_name_id" ON "products" ("company_id", "name_folded", "name", "id");
CREATE INDEX "IX_products_company_id_photo_id" ON "products" ("company_id", "photo_id");
CREATE INDEX "IX_products_company_id_product_group_id_created_at_id" ON "products" ("company_id", "product_group_id", "created_at", "id");
CREATE INDEX "IX_properties_company_id_default_property_id" ON "properties" ("company_id", "default_property_id");
CREATE INDEX "IX_properties_company_id_owner_id_position_created_at_id" ON "properties" ("company_id", "owner_id", "position", "created_at", "id");
CREATE INDEX "IX_properties_company_id_position_created_at_id" ON "properties" ("company_id", "position", "created_at", "id");
CREATE UNIQUE INDEX "IX_tags_company_id_item_kind_name" ON "tags" ("company_id", "item_kind", "name");
CREATE INDEX "IX_url_redirects_company_id_created_at_id" ON "url_redirects" ("company_id", "created_at", "id");
CREATE UNIQUE INDEX "IX_url_redirects_company_id_from_path" ON "url_redirects" ("company_id", "from_path");
CREATE INDEX "IX_url_redirects_company_id_to_path" ON "url_redirects" ("company_id", "to_path");
CREATE TABLE "bundle_items" (
    "company_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "archived" INTEGER NOT NULL,
    "archived_at" TEXT NULL,
    "bundle_id" TEXT NOT NULL,
    "created_at" TEXT NOT NULL,
    "discount_percentage" REAL NOT NULL,
    "photo_id" TEXT NULL,
    "position" INTEGER NOT NULL,
    "product_group_id" TEXT NOT NULL,
    "product_id" TEXT NULL,
    "quantity" INTEGER NOT NULL,
    "updated_at" TEXT NOT NULL,
    CONSTRAINT "PK_bundle_items" PRIMARY KEY ("company_id", "id"),
    CONSTRAINT "FK_bundle_items_items_company_id_bundle_id" FOREIGN KEY ("company_id", "bundle_id") REFERENCES "items" ("company_id", "id") ON DELETE CASCADE,
    CONSTRAINT "FK_bundle_items_items_company_id_product_group_id" FOREIGN KEY ("company_id", "product_group_id") REFERENCES "items" ("company_id", "id") ON DELETE RESTRICT,
    CONSTRAINT "FK_bundle_items_products_company_id_product_id" FOREIGN KEY ("company_id", "product_id") REFERENCES "products" ("company_id", "id") ON DELETE RESTRICT
);
CREATE INDEX "IX_bundle_items_company_id_bundle_id_position_created_at_id" ON "bundle_items" ("company_id", "bundle_id", "position", "created_at", "id");
CREATE INDEX "IX_bundle_items_company_id_position_created_at_id" ON "bundle_items" ("company_id", "position", "created_at", "id");
CREATE INDEX "IX_bundle_items_company_id_product_group_id" ON "bundle_items" ("company_id", "product_group_id");
CREATE INDEX "IX_bundle_items_company_id_product_id" ON "bundle_items" ("company_id", "product_id");
INSERT INTO __EFMigrationsHistory VALUES ('20261121185401_CreateCatalog', 'schema.sql');
INSERT INTO __EFMigrationsHistory VALUES ('20261121203307_AddServerKeys', 'schema.sql');
INSERT INTO __EFMigrationsHistory VALUES ('20261121203631_AddFavourites', 'schema.sql');
INSERT INTO __EFMigrationsHistory VALUES ('20261122014227_AddVisiblePlaces', 'schema.sql');
INSERT INTO __EFMigrationsHistory VALUES ('20261128030909_CompleteCatalog', 'schema.sql');
INSERT INTO __EFMigrationsHistory VALUES ('20261128032946_AddCanChangePropertyType', 'schema.sql');
