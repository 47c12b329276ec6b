import type { Carriers } from './carrier.ts';

const role = { roles: ['role'] };
const roleArn = { roles: ['roleArn'] };
const executionRoleArn = { roles: ['executionRoleArn'] };

/** Data processing, pipelines and databases. */
export const analyticsCarriers: Carriers = {
  'airflow:CreateEnvironment': executionRoleArn,
  'airflow:UpdateEnvironment': executionRoleArn,
  'databrew:CreateProfileJob': roleArn,
  'databrew:CreateProject': roleArn,
  'databrew:CreateRecipeJob': roleArn,
  'databrew:UpdateProfileJob': roleArn,
  'databrew:UpdateProject': roleArn,
  'databrew:UpdateRecipeJob': roleArn,
  'datapipeline:PutPipelineDefinition': {
    roles: ['pipelineObjects.fields[key=role].stringValue'],
    profiles: ['pipelineObjects.fields[key=resourceRole].stringValue'],
  },
  'elasticmapreduce:AddJobFlowSteps': executionRoleArn,
  'elasticmapreduce:CreateStudio': { roles: ['serviceRole', 'userRole'] },
  'elasticmapreduce:RunJobFlow': {
    roles: ['serviceRole', 'autoScalingRole', 'stepExecutionRoleArn'],
    profiles: ['jobFlowRole'],
  },
  'elasticmapreduce:StartNotebookExecution': {
    roles: ['executionEngine.executionRoleArn', 'serviceRole'],
  },
  'emr-containers:CreateJobTemplate': { roles: ['jobTemplateData.executionRoleArn'] },
  'emr-containers:CreateManagedEndpoint': executionRoleArn,
  'emr-containers:StartJobRun': executionRoleArn,
  'emr-serverless:StartJobRun': executionRoleArn,
  'emr-serverless:StartSession': executionRoleArn,
  'glue:CreateColumnStatisticsTaskSettings': role,
  'glue:CreateCrawler': role,
  'glue:CreateDevEndpoint': roleArn,
  'glue:CreateJob': role,
  'glue:CreateMLTransform': role,
  'glue:CreateSession': role,
  'glue:StartBlueprintRun': roleArn,
  'glue:StartColumnStatisticsTaskRun': role,
  'glue:StartDataQualityRuleRecommendationRun': role,
  'glue:StartDataQualityRulesetEvaluationRun': role,
  'glue:UpdateColumnStatisticsTaskSettings': role,
  'glue:UpdateCrawler': role,
  'glue:UpdateJob': { roles: ['jobUpdate.role'] },
  'glue:UpdateMLTransform': role,
  'kinesisanalytics:CreateApplication': { roles: ['serviceExecutionRole'] },
  'kinesisanalytics:UpdateApplication': { roles: ['serviceExecutionRoleUpdate'] },
  'omics:StartRun': roleArn,
  'omics:StartRunBatch': { roles: ['defaultRunSetting.roleArn'] },
  'rds:AddRoleToDBCluster': roleArn,
  'rds:AddRoleToDBInstance': roleArn,
};
