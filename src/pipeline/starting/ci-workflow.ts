import type { Language } from "../../errors.ts";

/** Systems that a workflow can be written for. */
export const ciSystems = ["github", "gitlab", "jenkins"] as const;

export type CiSystem = (typeof ciSystems)[number];

interface Workflow {
  readonly path: string;
  readonly text: string;
}

const install = "npm install --global goldpan";
const audit = "goldpan run --until score";
const report = "goldpan score --by department --gates --report md=health.md";

/**
 * The monthly audit: import to score, then the scorecard as Markdown; the build fails at a missed
 * gate (1) and at a mapping that nobody has reviewed (2). Personal data is masked in what it prints.
 */
export function ciWorkflow(system: CiSystem, language: Language): Workflow {
  const remark =
    language === "zh"
      ? "# 每月 1 日审计; 运行机须能读到 goldpan.yaml 中 sources 的文件"
      : "# Audit on the first of each month; the runner must reach the files of `sources` in goldpan.yaml";
  return workflows[system](remark);
}

const workflows: Readonly<Record<CiSystem, (remark: string) => Workflow>> = {
  github: (remark) => ({
    path: ".github/workflows/goldpan.yml",
    text: `${remark}
name: goldpan
on:
  schedule:
    - cron: "0 1 1 * *"
  workflow_dispatch:
jobs:
  audit:
    runs-on: self-hosted
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: ${install}
      - run: ${audit}
      - run: ${report}
      - if: always()
        run: test ! -f health.md || cat health.md >> "$GITHUB_STEP_SUMMARY"
`,
  }),
  gitlab: (remark) => ({
    path: ".gitlab-ci.yml",
    text: `${remark}
goldpan:
  image: node:24
  rules:
    - if: $CI_PIPELINE_SOURCE == "schedule"
    - if: $CI_PIPELINE_SOURCE == "web"
  script:
    - ${install}
    - ${audit}
    - ${report}
  artifacts:
    when: always
    paths: [health.md]
`,
  }),
  jenkins: (remark) => ({
    path: "Jenkinsfile",
    text: `${remark.replace("#", "//")}
pipeline {
  agent any
  triggers { cron('H 1 1 * *') }
  stages {
    stage('audit') {
      steps {
        sh '${install}'
        sh '${audit}'
        sh '${report}'
      }
    }
  }
  post { always { archiveArtifacts artifacts: 'health.md', allowEmptyArchive: true } }
}
`,
  }),
};
