using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Bot.Conversations.Records.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class KeptSources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Moment",
                table: "answers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Recalled",
                table: "answers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sources",
                table: "answers",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "kept",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false),
                    Document = table.Column<byte[]>(type: "bytea", nullable: false),
                    Seen = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_kept", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_article_versions_Seen",
                table: "article_versions",
                column: "Seen");

            migrationBuilder.CreateIndex(
                name: "IX_kept_Seen",
                table: "kept",
                column: "Seen");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kept");

            migrationBuilder.DropIndex(
                name: "IX_article_versions_Seen",
                table: "article_versions");

            migrationBuilder.DropColumn(
                name: "Moment",
                table: "answers");

            migrationBuilder.DropColumn(
                name: "Recalled",
                table: "answers");

            migrationBuilder.DropColumn(
                name: "Sources",
                table: "answers");
        }
    }
}
